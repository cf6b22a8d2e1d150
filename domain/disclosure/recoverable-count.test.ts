import { describe, expect, test } from 'vitest'
import { isAnyRecoverable, type KnownCount } from './recoverable-count.ts'
import { suppressCount } from './suppress-count.ts'

/** What a reader sees of these true numbers and their total. */
function asShown(cells: readonly number[], total: number | null): ReadonlyMap<string, KnownCount> {
  const known = cells.map((count, index) => [`cell ${index}`, shownAs(count)] as const)
  return new Map(total === null ? known : [...known, ['total', shownAs(total)]])
}
function shownAs(count: number): KnownCount {
  const shown = suppressCount(count)
  return shown === null ? { kind: 'hidden' } : { kind: 'shown', count: shown }
}
const total = (size: number) => [{ total: 'total', parts: Array.from({ length: size }, (_, index) => `cell ${index}`) }]
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

/** The attack itself: every table that is shown alike, and whether some hidden cell is the same in all of them. */
function recoversByTrying(cells: readonly number[]): boolean {
  const seen = JSON.stringify([...asShown(cells, sum(cells))])
  const ranges = cells.map((count) => Array.from({ length: 9 }, (_, step) => count - 4 + step))
  const choices = cells.map((count, index) =>
    suppressCount(count) === null ? [1, 2, 3, 4, 5, 6, 7] : (ranges[index] ?? []).filter((other) => other >= 0),
  )
  const alike = choices
    .reduce<number[][]>((tables, each) => tables.flatMap((table) => each.map((count) => [...table, count])), [[]])
    .filter((table) => JSON.stringify([...asShown(table, sum(table))]) === seen)
  return cells.some(
    (count, index) => suppressCount(count) === null && new Set(alike.map((table) => table[index])).size === 1,
  )
}

describe('a hidden number', () => {
  test.each([
    ['four of 7 under a total of 28', [7, 7, 7, 7], true],
    ['four under a total of 27', [7, 7, 7, 6], false],
    ['seven of 1 under a hidden total', [1, 1, 1, 1, 1, 1, 1], true],
    ['six of 1 under a hidden total', [1, 1, 1, 1, 1, 1], false],
    ['one beside one that is shown', [3, 12], false],
    ['alone under its total', [3], false],
  ])('%s is recovered: %s', (_, cells, expected) => {
    expect(isAnyRecoverable(asShown(cells, sum(cells)), total(cells.length))).toBe(expected)
  })

  test('of three cells is found to be recoverable exactly where trying every table finds it', () => {
    for (let a = 0; a <= 14; a += 1) {
      for (let b = a; b <= 14; b += 1) {
        for (let c = b; c <= 14; c += 2) {
          const cells = [a, b, c]
          const found = isAnyRecoverable(asShown(cells, sum(cells)), total(3))
          expect(found, cells.join(' ')).toBe(recoversByTrying(cells))
        }
      }
    }
  })
})
