import { describe, expect, test } from 'vitest'
import { describeAll, place, tallyOf } from '../../tests/support/build-feasibility.ts'
import { criterionWith, trialWith } from '../eligibility/sample-trial.ts'
import { ownPatients } from './patient-group.ts'

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

test('patients of other teams of the own hospital are suppressed like those of other hospitals', () => {
  const answer = describeAll(
    [
      [0, 1, 3],
      [0, 0, 4],
    ],
    {
      organisations: [place(0), place(1)],
      tallies: new Map([
        [ownPatients, tallyOf([0, 1, 3])],
        ['org-0', tallyOf([0, 0, 4])],
        ['org-1', tallyOf([0, 0, 9])],
      ]),
    },
  )
  expect(answer.organisations).toMatchObject([
    { organisation: { code: 'ZZ100' }, isOwn: true, possible: 3, notMatched: 1 },
    { organisation: { code: 'ZZ100' }, isOwn: false, isTooFew: true, possible: null, notMatched: null },
    { organisation: { code: 'ZZ101' }, isOwn: false, possible: 10 },
  ])
})

test('a lead sees no exact number, not even of the own hospital', () => {
  const answer = describeAll([[0, 0, 9]], { asker: 'lead' })
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
      asker: 'lead',
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
  const answer = describeAll([nobody, nobody, nobody], { asker: 'lead', organisations })
  expect(answer.organisations.map(({ organisation }) => organisation.code)).toEqual(['ZZ102', 'ZZ101', 'ZZ100'])
  expect(answer.organisations.at(-1)?.distanceKm).toBeNull()
})
