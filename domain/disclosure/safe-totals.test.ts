import { describe, expect, test } from 'vitest'
import { type DisclosurePolicy, hesPolicy } from './disclosure-policy.ts'
import { boundsOf, type ShownRow, safeTotals } from './safe-totals.ts'
import { isLargeEnough, suppressCount } from './suppress-count.ts'

type Table = readonly (readonly number[])[]

/** The same kind of policy with numbers so small that every table can be tried. */
const smallPolicy: DisclosurePolicy = { name: 'small', hidesFrom: 1, hidesUpTo: 4, roundTo: 3, smallestQuery: 5 }

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

function shownRow(cells: readonly number[], policy: DisclosurePolicy): ShownRow {
  const isTooFew = !isLargeEnough(sum(cells), policy)
  return { cells: cells.map((count) => (isTooFew ? null : suppressCount(count, policy))), isTooFew }
}

/** All that a reader is given. */
function publish(table: Table, policy: DisclosurePolicy) {
  const rows = table.map((cells) => shownRow(cells, policy))
  const totals = safeTotals(rows, policy).map((isSafe, column) =>
    isSafe ? suppressCount(sum(table.map((cells) => cells[column] ?? 0)), policy) : 'left out',
  )
  return { rows, totals }
}

function tablesOf(rowsToTry: Table, height: number): Table[] {
  let tables: Table[] = [[]]
  for (let row = 0; row < height; row += 1)
    tables = tables.flatMap((table) => rowsToTry.map((cells) => [...table, cells]))
  return tables
}

function rowsUpTo(most: number, width: number): Table {
  let rows: Table = [[]]
  for (let column = 0; column < width; column += 1) {
    rows = rows.flatMap((row) => [...Array(most + 1).keys()].map((count) => [...row, count]))
  }
  return rows
}

/** Fails where all tables that are published alike have the same number in a cell that is hidden. Returns how many totals were left out. */
function expectNothingRecovered(tables: readonly Table[], policy: DisclosurePolicy): number {
  const seen = new Map<
    string,
    { readonly first: Table; readonly rows: readonly ShownRow[]; readonly isOpen: boolean[] }
  >()
  let leftOut = 0
  for (const table of tables) {
    const { rows, totals } = publish(table, policy)
    leftOut += totals.filter((total) => total === 'left out').length
    const key = JSON.stringify([rows, totals])
    const alike = seen.get(key)
    const numbers = table.flat()
    if (alike === undefined) seen.set(key, { first: table, rows, isOpen: numbers.map(() => false) })
    else {
      const first = alike.first.flat()
      for (const [index, number] of numbers.entries()) if (number !== first[index]) alike.isOpen[index] = true
    }
  }
  const recovered = [...seen].filter(([, { rows, isOpen }]) =>
    rows.flatMap(({ cells }) => cells).some((shown, index) => shown === null && isOpen[index] === false),
  )
  expect(recovered.slice(0, 3).map(([published, { first }]) => ({ published, first }))).toEqual([])
  return leftOut
}

describe('of all tables that are published alike, no hidden cell is the same in each', () => {
  test.each([
    ['two rows of three columns', 2, 3],
    ['three rows of two columns', 3, 2],
  ])('%s, every number from 0 to 7', (_, height, width) => {
    const tables = tablesOf(rowsUpTo(7, width), height)
    expect(expectNothingRecovered(tables, smallPolicy)).toBeGreaterThan(0)
  })

  test('two hospitals of two columns, every number from 0 to 17', () => {
    expect(expectNothingRecovered(tablesOf(rowsUpTo(17, 2), 2), hesPolicy)).toBeGreaterThan(0)
  })

  test('four hospitals, every number from 0 to 12 beside a large one', () => {
    const rows = [...Array(13).keys()].map((count) => [count, 12])
    expect(expectNothingRecovered(tablesOf(rows, 4), hesPolicy)).toBeGreaterThan(0)
  })

  test('five hospitals with 1 to 7 each beside a large number, whose total is shown', () => {
    const rows = [1, 2, 3, 4, 5, 6, 7].map((count) => [count, 12])
    expect(expectNothingRecovered(tablesOf(rows, 5), hesPolicy)).toBe(0)
  })
})

describe('a total that is left out', () => {
  const totalsOf = (table: Table) => publish(table, hesPolicy).totals
  const beside12 = (counts: readonly number[]) => counts.map((count) => [count, 12])

  test('is left out whether four hospitals have 7 each, one of them 6, or 1 each', () => {
    for (const counts of [
      [7, 7, 7, 7],
      [7, 7, 7, 6],
      [1, 1, 1, 1],
      [3, 4, 5, 6],
    ]) {
      expect(totalsOf(beside12(counts))).toEqual(['left out', 50])
    }
  })

  test('is shown of two or three hospitals with a few each, whose total leaves each open', () => {
    for (const counts of [
      [7, 7],
      [7, 7, 7],
      [1, 1],
      [1, 1, 1],
    ])
      expect(totalsOf(beside12(counts))).not.toContain('left out')
  })

  test('depends on what the rows show alone', () => {
    const decisions = new Map<string, string>()
    for (const table of tablesOf(rowsUpTo(7, 2), 2)) {
      const rows = table.map((cells) => shownRow(cells, smallPolicy))
      const decision = JSON.stringify(publish(table, smallPolicy).totals.map((total) => total === 'left out'))
      const key = JSON.stringify(rows)
      expect(decisions.get(key) ?? decision).toBe(decision)
      decisions.set(key, decision)
    }
  })

  test('is the second of two columns in which a hospital with few patients is hidden', () => {
    expect(
      totalsOf([
        [3, 9],
        [6, 2],
        [1, 1],
        [9, 5],
        [2, 40],
      ]),
    ).toContain('left out')
    expect(
      totalsOf([
        [9, 9],
        [20, 0],
      ]),
    ).toEqual([30, 10])
  })
})

test.each([
  [null, 1, 7],
  [0, 0, 0],
  [10, 8, 12],
  [15, 13, 17],
])('%s stands for %i to %i', (shown, least, most) => {
  expect(boundsOf(shown, hesPolicy)).toEqual({ least, most })
})
