import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { criterionWith, trialWith } from '../eligibility/sample-trial.ts'
import type { CaseloadTally } from './caseload-tally.ts'
import { describeFeasibility, type Feasibility, type FeasibilityParts } from './feasibility.ts'

const asOf = '2026-06-15'
const adult = criterionWith({ id: 'adult', expr: { op: 'age', unit: 'years', min: 18 } })
const ecog = criterionWith({ id: 'ecog', expr: { op: 'ps', scale: 'ECOG', in: [0, 1] } })
const trial = trialWith({ cancerTypeIds: ['gi-flc'], criteria: [adult, ecog] })
const place = (index: number, latitude: number | null = 50 + index) => ({
  organisationId: `org-${index}`,
  code: `ZZ10${index}`,
  name: `Hospital ${index}`,
  latitude,
  longitude: latitude === null ? null : 0,
})

/** Patients removed at each of the two criteria for good, and those who remain possible. */
function tallyOf([first, second, remaining]: readonly [number, number, number]): CaseloadTally {
  const considered = first + second + remaining
  const outcomes = {
    noFailuresFound: remaining,
    needsClinician: 0,
    needsData: 0,
    notYet: 0,
    notMatched: first + second,
  }
  return { considered, outcomes, removed: [first, second], notYet: [0, 0], undecided: [0, 0] }
}

const nurse = { role: 'nurse', organisationId: 'org-0' } as const
const lead = { role: 'national-lead', organisationId: null } as const

function describeAll(
  numbers: readonly (readonly [number, number, number])[],
  parts: Partial<FeasibilityParts> = {},
): Feasibility {
  return describeFeasibility({
    asOf,
    trial,
    tallies: new Map(numbers.map((each, index) => [`org-${index}`, tallyOf(each)])),
    organisations: numbers.map((_, index) => place(index)),
    places: [{ latitude: 50, longitude: 0 }],
    caller: nurse,
    isDraft: false,
    ...parts,
  })
}

/** Every number of patients in an answer, the caller's own organisation left out. */
function suppressedNumbers({ organisations, total, considered, steps }: Feasibility): (number | null)[] {
  const rows = [...organisations.filter(({ isOwn }) => !isOwn), ...(total === null ? [] : [total])]
  return [
    considered,
    ...rows.flatMap(({ possible, needsData, notYet, notMatched }) => [possible, needsData, notYet, notMatched]),
    ...steps.flatMap(({ removed, notYet, undecided, remaining }) => [removed, notYet, undecided, remaining]),
  ]
}

describe('what a clinician sees', () => {
  const answer = describeAll([
    [0, 1, 3],
    [0, 0, 9],
    [5, 0, 13],
  ])

  test('is exact of the own hospital and suppressed of the others', () => {
    expect(answer.organisations).toMatchObject([
      { organisation: { code: 'ZZ100' }, isOwn: true, possible: 3, notMatched: 1, distanceKm: 0 },
      { organisation: { code: 'ZZ101' }, isOwn: false, possible: 10, notMatched: 0 },
      { organisation: { code: 'ZZ102' }, isOwn: false, possible: 15, notMatched: null },
    ])
  })

  test('sums only the others, each total rounded by itself', () => {
    expect(answer.total).toEqual({ possible: 20, needsData: 0, notYet: 0, notMatched: null })
    expect(answer.considered).toBe(25)
    expect(answer.steps).toMatchObject([
      { removed: null, remaining: 20 },
      { removed: 0, remaining: 20 },
    ])
  })
})

test('a lead sees no exact number, not even of the own hospital', () => {
  const caller = { role: 'trust-lead', organisationId: 'org-0' } as const
  const answer = describeAll([[0, 0, 9]], { caller })
  expect(answer.organisations).toMatchObject([{ isOwn: false, possible: 10 }])
})

test('from 1 to 7 patients of one hospital, or of all others, are not broken down', () => {
  const answer = describeAll([
    [0, 0, 1],
    [1, 1, 1],
    [0, 0, 4],
  ])
  expect(answer).toMatchObject({ isTooFew: true, total: null, considered: null, steps: [] })
  expect(answer.organisations[1]).toMatchObject({ isTooFew: true, possible: null, needsData: null, notMatched: null })
  expect(answer.note).toContain('too few to break down')
  const enough = describeAll([
    [0, 0, 1],
    [1, 1, 1],
    [0, 0, 5],
  ])
  expect(enough).toMatchObject({ isTooFew: false, considered: 10 })
})

test('nobody anywhere is said to be nobody', () => {
  const answer = describeAll([
    [0, 0, 1],
    [0, 0, 0],
  ])
  expect(answer).toMatchObject({ isTooFew: false, considered: 0, total: { possible: 0, notMatched: 0 } })
})

describe('a draft', () => {
  test('shows nobody elsewhere as it shows a few, the own hospital exactly', () => {
    const shownFor = (count: number) =>
      describeAll(
        [
          [0, 0, 0],
          [0, 0, count],
          [0, 9, 20],
          [0, 0, 0],
        ],
        { isDraft: true },
      )
    const answer = shownFor(0)
    for (const count of [1, 7]) expect(shownFor(count)).toMatchObject({ organisations: answer.organisations })
    const few = { isTooFew: true, possible: null, needsData: null, notYet: null, notMatched: null }
    expect(answer.organisations).toMatchObject([
      { isOwn: true, isTooFew: false, possible: 0, notMatched: 0 },
      few,
      { isTooFew: false, possible: 20, needsData: null, notYet: null, notMatched: 10 },
      few,
    ])
    expect(answer).toMatchObject({ considered: 30, total: { possible: 20, needsData: null, notMatched: 10 } })
    expect(answer.steps).toMatchObject([
      { removed: null, notYet: null, undecided: null, remaining: 30 },
      { removed: 10, notYet: null, undecided: null, remaining: 20 },
    ])
    expect(shownFor(8).organisations[1]).toMatchObject({ isTooFew: false, possible: 10, notMatched: null })
  })

  test('says of nobody anywhere else just what it says of seven', () => {
    const ofNobody = describeAll(
      [
        [0, 0, 1],
        [0, 0, 0],
      ],
      { isDraft: true },
    )
    const ofSeven = describeAll(
      [
        [0, 0, 1],
        [0, 3, 4],
      ],
      { isDraft: true },
    )
    expect(ofNobody).toEqual(ofSeven)
    expect(ofNobody).toMatchObject({ isTooFew: true, considered: null, total: null, steps: [] })
    expect(ofNobody.note).toContain('From 0 to 7 patients outside the care team count, too few to break down')
  })

  test('says beside the table what “0 to 7” stands for, a stored trial what “1 to 7” does', () => {
    const draft = describeAll([[0, 0, 9]], { isDraft: true }).note
    expect(draft).toContain('all numbers from 0 to 7 are shown as “0 to 7”')
    expect(draft).toContain('“0 to 7” can stand for a few more')
    expect(draft).not.toContain('1 to 7')
    const stored = describeAll([[0, 0, 9]]).note
    expect(stored).toContain('numbers from 1 to 7 are shown as “1 to 7”')
    expect(stored).not.toContain('0 to 7')
  })
})

test('hospitals stand by distance, and a place that is not known stands last', () => {
  const organisations = [place(0, null), place(1, 58), place(2, 51)]
  const nobody = [0, 0, 0] as const
  const answer = describeAll([nobody, nobody, nobody], { organisations })
  expect(answer.organisations.map(({ organisation }) => organisation.code)).toEqual(['ZZ102', 'ZZ101', 'ZZ100'])
  expect(answer.organisations.at(-1)?.distanceKm).toBeNull()
})

describe('an attack on the numbers', () => {
  const count = fc.nat({ max: 40 })
  const caseloads = fc.array(fc.tuple(count, count, count), { minLength: 1, maxLength: 6 })

  test('finds no number from 1 to 7, and none that is not rounded', () => {
    fc.assert(
      fc.property(caseloads, fc.constantFrom(nurse, lead), (numbers, caller) => {
        const answer = describeAll(numbers, { caller })
        return suppressedNumbers(answer).every((number) => number === null || number % 5 === 0)
      }),
    )
  })

  test('finds no zero in a draft', () => {
    fc.assert(
      fc.property(caseloads, fc.constantFrom(nurse, lead), (numbers, caller) => {
        const answer = describeAll(numbers, { caller, isDraft: true })
        return suppressedNumbers(answer).every((number) => number === null || (number >= 10 && number % 5 === 0))
      }),
    )
  })

  test('from the exact numbers of the own hospital leaves every hidden number of another at least two values', () => {
    for (const own of [0, 1, 7, 8, 11, 12, 13]) {
      const answers = [...Array(18).keys()].flatMap((second) =>
        [...Array(18).keys()].map((third) => {
          const answer = describeAll([
            [0, 0, own],
            [0, 0, second],
            [0, 0, third],
          ])
          return { second, shown: JSON.stringify(answer) }
        }),
      )
      expectHidden(answers, ({ second }) => second)
    }
  })

  test.each([
    ['a trial', false],
    ['a draft', true],
  ])('from the numbers by criterion of %s leaves every hidden removal at least two values', (_, isDraft) => {
    const answers = [...Array(13).keys()].flatMap((first) =>
      [...Array(13).keys()].flatMap((second) =>
        [...Array(18).keys()].map((remaining) => ({
          first,
          second,
          shown: JSON.stringify(describeAll([[first, second, remaining]], { caller: lead, isDraft })),
        })),
      ),
    )
    expectHidden(answers, ({ first }) => first)
    expectHidden(answers, ({ second }) => second)
  })

  test('that would succeed with the total or the steps finds them left out', () => {
    const seven = [0, 7, 13] as const
    const answer = describeAll([seven, seven, seven, seven], { caller: lead })
    expect(answer.total).toBeNull()
    expect(answer.note).toContain('The total is left out')
  })

  test('that would succeed because nobody is hidden finds nobody hidden too in a draft', () => {
    const sevenOfOne = new Array<readonly [number, number, number]>(7).fill([0, 1, 12])
    expect(describeAll(sevenOfOne, { caller: lead }).total).toBeNull()
    const draft = describeAll(sevenOfOne, { caller: lead, isDraft: true })
    expect(draft.total).toMatchObject({ possible: 85, notMatched: null })
  })
})

/** Of all worlds that are shown alike, a number from 1 to 7 must not be the same in each. */
function expectHidden<World extends { readonly shown: string }>(
  worlds: readonly World[],
  numberOf: (world: World) => number,
): void {
  for (const alike of Map.groupBy(worlds, ({ shown }) => shown).values()) {
    const values = new Set(alike.map(numberOf))
    const [only] = values
    const isGivenAway = values.size === 1 && only !== undefined && only >= 1 && only <= 7
    expect(isGivenAway, `${only} follows from ${alike[0]?.shown}`).toBe(false)
  }
}
