import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { criterionWith, trialWith } from '../eligibility/sample-trial.ts'
import type { CaseloadTally } from './caseload-tally.ts'
import { describeFeasibility, type Feasibility, type FeasibilityParts } from './feasibility.ts'
import { countNames } from './feasibility-counts.ts'

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
  const tallies = new Map(numbers.map((each, index) => [`org-${index}`, tallyOf(each)]))
  return describeFeasibility({
    asOf,
    trial,
    tallies,
    weighedTallies: tallies,
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
    ...rows.flatMap((row) => countNames.map((name) => row[name])),
    ...steps.flatMap(({ undecided, remaining }) => [undecided, remaining]),
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
    expect(answer.total).toEqual({ possible: 20, toRead: 0, needsData: 0, notYet: 0, notMatched: null })
    expect(answer.withheldTotals).toEqual([])
    expect(answer.considered).toBe(25)
    expect(answer.steps).toMatchObject([{ remaining: 20 }, { remaining: 20 }])
    expect(Object.keys(answer.steps[0] ?? {})).not.toContain('removed')
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
  const eight = describeAll([
    [0, 0, 1],
    [1, 1, 1],
    [0, 0, 5],
  ])
  expect(eight).toMatchObject({ isTooFew: true, total: null, considered: 10 })
  const enough = describeAll([
    [0, 0, 1],
    [1, 1, 6],
    [0, 0, 4],
  ])
  expect(enough.isTooFew).toBe(false)
})

test('patients of whom a person has yet to read something are not among the possible', () => {
  const text = criterionWith({ id: 'text', class: 'judgement', text: 'Fit for treatment', expr: null })
  const tally = tallyOf([0, 0, 20])
  const toRead = { ...tally, outcomes: { ...tally.outcomes, noFailuresFound: 0, needsClinician: 20 } }
  for (const isDraft of [false, true]) {
    const answer = describeAll([[0, 0, 0]], {
      trial: trialWith({ cancerTypeIds: ['gi-flc'], criteria: [text] }),
      tallies: new Map([['org-0', toRead]]),
      weighedTallies: new Map([['org-0', toRead]]),
      caller: lead,
      isDraft,
    })
    expect(answer.organisations).toMatchObject([{ possible: isDraft ? null : 0, toRead: 20 }])
    expect(answer.total).toMatchObject({ possible: isDraft ? null : 0, toRead: 20 })
    expect(answer.note).toContain('nobody knows yet whether they fit')
  }
})

test('nobody anywhere is said to be nobody', () => {
  const answer = describeAll([
    [0, 0, 1],
    [0, 0, 0],
  ])
  expect(answer).toMatchObject({ isTooFew: false, total: { possible: 0, toRead: 0, notMatched: 0 }, steps: [] })
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
    const few = { isTooFew: true, possible: null, toRead: null, needsData: null, notYet: null, notMatched: null }
    expect(answer.organisations).toMatchObject([
      { isOwn: true, isTooFew: false, possible: 0, notMatched: 0 },
      few,
      { isTooFew: false, possible: 20, needsData: null, notYet: null, notMatched: 10 },
      few,
    ])
    expect(answer).toMatchObject({ considered: 30, total: { possible: 20, needsData: null, notMatched: 10 } })
    expect(answer.steps).toMatchObject([
      { undecided: null, remaining: 30 },
      { undecided: null, remaining: 20 },
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
          // Nobody knows whom the steps count how often.
          const parts = { weighedTallies: new Map() }
          const answer = describeAll(
            [
              [0, 0, own],
              [0, 0, second],
              [0, 0, third],
            ],
            parts,
          )
          return { second, shown: JSON.stringify(answer) }
        }),
      )
      expectHidden(answers, ({ second }) => second)
    }
  })

  test('from the numbers of a draft by hospital and by criterion leaves every hidden removal at least two values', () => {
    const answers = [...Array(13).keys()].flatMap((first) =>
      [...Array(13).keys()].flatMap((second) =>
        [...Array(18).keys()].map((remaining) => ({
          first,
          second,
          shown: JSON.stringify(describeAll([[first, second, remaining]], { caller: lead, isDraft: true })),
        })),
      ),
    )
    expectHidden(answers, ({ first }) => first)
    expectHidden(answers, ({ second }) => second)
  })

  test('that could succeed with a total finds it left out, whether it would succeed or not', () => {
    const answerTo = (last: number) =>
      describeAll(
        [
          [0, 7, 13],
          [0, 7, 13],
          [0, 7, 13],
          [0, last, 13],
        ],
        { caller: lead, weighedTallies: new Map() },
      )
    const answer = answerTo(7)
    expect(answer).toMatchObject({ withheldTotals: ['notMatched'], total: { possible: 50, notMatched: null } })
    expect(answer.note).toContain('whether these could or not')
    for (let last = 1; last < 7; last += 1) expect(answerTo(last)).toEqual(answer)
  })

  test('that compares drafts finds no total left out, because nobody knows who counts', () => {
    const sevenOfOne = new Array<readonly [number, number, number]>(7).fill([0, 1, 12])
    expect(describeAll(sevenOfOne, { caller: lead }).withheldTotals).toEqual(['notMatched'])
    const draft = describeAll(sevenOfOne, { caller: lead, isDraft: true })
    expect(draft).toMatchObject({ withheldTotals: [], total: { possible: 85, notMatched: null } })
  })

  test('finds the numbers by criterion counted by weight, never as the table counts', () => {
    const weighedTallies = new Map([['org-0', tallyOf([10, 0, 20])]])
    const answer = describeAll([[0, 0, 50]], { caller: lead, weighedTallies })
    expect(answer).toMatchObject({ considered: 30, steps: [{ remaining: 20 }, { remaining: 20 }] })
    expect(answer.total).toMatchObject({ possible: 50 })
    expect(answer.stepsNote).toContain('some patients count twice')
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
