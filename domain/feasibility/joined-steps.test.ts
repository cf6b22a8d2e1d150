import { describe, expect, test } from 'vitest'
import { weightedPolicy } from '../disclosure/disclosure-policy.ts'
import { suppressCount } from '../disclosure/suppress-count.ts'
import { criterionWith } from '../eligibility/sample-trial.ts'
import { joinSteps } from './joined-steps.ts'
import { suppressedSteps } from './suppressed-steps.ts'

const adult = criterionWith({ id: 'adult', expr: { op: 'age', unit: 'years', min: 18 } })
const ecog = criterionWith({ id: 'ecog', expr: { op: 'ps', scale: 'ECOG', in: [0, 1] } })
const text = criterionWith({ id: 'text', expr: null })
const rules = [adult, ecog, { ...ecog, id: 'ecog 2' }]

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** What is published of a caseload of which each criterion removes so many and cannot decide so many. */
function publish(
  criteria: typeof rules,
  removed: readonly number[],
  remaining: number,
  undecided: readonly number[] = [],
) {
  const none = removed.map(() => 0)
  const considered = sum(removed) + remaining
  const outcomes = { noFailuresFound: remaining, needsClinician: 0, needsData: 0, notYet: 0, notMatched: sum(removed) }
  const tally = {
    considered,
    outcomes,
    removed,
    notYet: none,
    undecided: removed.map((_, index) => undecided[index] ?? 0),
  }
  return { considered: suppressCount(considered, weightedPolicy), steps: suppressedSteps(criteria, tally) }
}

function joinedOf(...parts: Parameters<typeof publish>) {
  const { considered, steps } = publish(...parts)
  return joinSteps(considered, steps).map(({ steps: joined, ...numbers }) => ({
    positions: joined.map(({ position }) => position),
    ...numbers,
  }))
}

describe('numbers by criterion outside the care team', () => {
  test('join neighbours that leave the rounded number as it was, and say what they remove together', () => {
    expect(joinedOf(rules, [1, 1, 20], 28)).toEqual([
      { positions: [1, 2], removed: { least: 0, most: 4 }, undecided: null, remaining: 50 },
      { positions: [3], removed: { least: 16, most: 24 }, undecided: null, remaining: 30 },
    ])
  })

  test('keep a criterion that changes the rounded number apart from those before and behind it', () => {
    expect(joinedOf(rules, [0, 9, 0], 21).map(({ positions }) => positions)).toEqual([[1], [2], [3]])
    expect(joinedOf(rules, [9, 0, 0], 21).map(({ positions }) => positions)).toEqual([[1], [2, 3]])
  })

  test('keep text apart from rules, and apart what is not known for different numbers', () => {
    expect(joinedOf([adult, text, ecog], [0, 0, 0], 20, [0, 0, 0]).map(({ positions }) => positions)).toEqual([
      [1],
      [2],
      [3],
    ])
    expect(joinedOf(rules, [0, 0, 0], 20, [0, 10, 10]).map(({ positions }) => positions)).toEqual([[1], [2, 3]])
  })

  test('say of few who remain that at most 7 are removed from them', () => {
    expect(joinedOf(rules, [10, 3, 1], 2)).toEqual([
      { positions: [1], removed: { least: 6, most: 17 }, undecided: null, remaining: null },
      { positions: [2, 3], removed: { least: 0, most: 7 }, undecided: null, remaining: null },
    ])
  })

  test('of no criteria are none', () => {
    expect(joinSteps(20, [])).toEqual([])
  })
})

describe('of all caseloads that are published alike', () => {
  // All caseloads of up to 22, the most that is shown as 20.
  const upTo = (most: number) => [...Array(most + 1).keys()]
  const worlds = upTo(22).flatMap((first) =>
    upTo(22 - first).flatMap((second) =>
      upTo(22 - first - second).flatMap((third) =>
        upTo(22 - first - second - third).map((remaining) => ({ removed: [first, second, third], remaining })),
      ),
    ),
  )
  const alike = [
    ...Map.groupBy(worlds, ({ removed, remaining }) => JSON.stringify(publish(rules, removed, remaining))).values(),
  ]

  test('the joined rows are the same: they say nothing that was not published', () => {
    for (const group of alike) {
      const joined = new Set(group.map(({ removed, remaining }) => JSON.stringify(joinedOf(rules, removed, remaining))))
      expect(joined.size).toBe(1)
    }
  })

  test('what is removed together lies within what is said, in every one of them', () => {
    for (const [{ removed, remaining } = { removed: [], remaining: 0 }, ...others] of alike) {
      const rows = joinedOf(rules, removed, remaining)
      for (const world of [{ removed, remaining }, ...others]) {
        for (const { positions, removed: said } of rows) {
          const truth = sum(positions.map((position) => world.removed[position - 1] ?? 0))
          expect(truth).toBeGreaterThanOrEqual(said.least)
          expect(truth).toBeLessThanOrEqual(said.most)
        }
      }
    }
  })

  test('neither whom a criterion removes nor a few who remain are the same in each', () => {
    for (const group of alike) {
      for (const criterion of [0, 1, 2]) {
        const values = new Set(group.map(({ removed }) => removed[criterion] ?? 0))
        const [only = 0] = values
        expect(values.size > 1 || only > 7, JSON.stringify(group[0])).toBe(true)
      }
      const left = new Set(group.map(({ remaining }) => remaining))
      const [onlyLeft = 0] = left
      expect(left.size > 1 || onlyLeft > 7, JSON.stringify(group[0])).toBe(true)
    }
  })
})
