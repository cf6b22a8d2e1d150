import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseloadKey } from './caseload-item.ts'
import { dataGapScope } from './data-gap-scope.ts'
import { describeDataGaps } from './describe-data-gaps.ts'

const item = (key: string, pairs: number, settlesAlone: number, patients: number) => ({
  key,
  label: key,
  pairs,
  settlesAlone,
  patients,
})
const ecog = item('ps:ECOG', 12, 3, 8)
const stage = item('stage:tnm8', 7, 7, 7)
const platelets = item('lab:platelets', 2, 0, 1)
const gaps = { pairs: 14, patients: 9, items: [platelets, ecog, stage] }

describe('the items that block most pairs', () => {
  test('stand first, with exact numbers inside the care team', () => {
    const shown = describeDataGaps(gaps, false, 2)
    expect(shown).toEqual({
      isSuppressed: false,
      isTooFew: false,
      pairs: 14,
      patients: 9,
      total: 3,
      items: [ecog, stage],
    })
  })

  test('are suppressed outside it, and the order of suppressed ones says nothing of their numbers', () => {
    expect(describeDataGaps(gaps, true, 50).items).toEqual([
      { ...ecog, pairs: 10, settlesAlone: null, patients: 10 },
      { ...stage, pairs: null, settlesAlone: null, patients: null },
      { ...platelets, pairs: null, settlesAlone: 0, patients: null },
    ])
    const swapped = { ...gaps, items: [item('a', 2, 1, 1), item('b', 6, 5, 5)] }
    expect(describeDataGaps(swapped, true, 50).items.map(({ key }) => key)).toEqual(['a', 'b'])
  })

  test.each([
    [7, true],
    [8, false],
    [0, false],
  ])('of %i patients are not broken down outside the care team: %s', (patients, isTooFew) => {
    const shown = describeDataGaps({ ...gaps, patients }, true, 50)
    expect(shown.isTooFew).toBe(isTooFew)
    if (isTooFew) expect(shown).toMatchObject({ pairs: null, patients: null, total: 0, items: [] })
  })

  test('never give a number from 1 to 7 away, nor one that is not rounded', () => {
    const count = fc.nat({ max: 60 })
    const items = fc.array(fc.tuple(count, count, count).map(([a, b, c]) => item('lab:anc', a, b, c)))
    fc.assert(
      fc.property(count, count, items, (pairs, patients, list) => {
        const shown = describeDataGaps({ pairs, patients, items: list }, true, 50)
        const numbers = [shown.pairs, shown.patients, ...shown.items.flatMap((each) => [each.pairs, each.settlesAlone])]
        return numbers.every((number) => number === null || number % 5 === 0)
      }),
    )
  })
})

test('the same gap of different treatments is one item', () => {
  const row = '0a1b2c3d-0000-4000-8000-0123456789ab'
  expect(caseloadKey(`treatment:${row}:last dose date`)).toBe('treatment:last dose date')
  expect(caseloadKey(`other-malignancy:${row}`)).toBe('other-malignancy')
  expect(caseloadKey('treatment:lines')).toBe('treatment:lines')
})

describe('whose gaps', () => {
  const own = 'org-1'
  test.each([
    ['oncologist', own, undefined, own, false],
    ['nurse', own, own, own, false],
    ['trust-lead', own, undefined, own, true],
    ['national-lead', null, undefined, null, true],
    ['national-lead', null, 'org-2', 'org-2', true],
  ] as const)('a %s of %s asking for %s sees %s', (role, organisationId, asked, seen, isSuppressed) => {
    expect(dataGapScope({ role, organisationId }, asked)).toEqual({
      kind: 'allowed',
      organisationId: seen,
      isSuppressed,
    })
  })

  test.each([
    ['oncologist', own, 'org-2'],
    ['trust-lead', own, 'org-2'],
    ['nurse', null, undefined],
  ] as const)('a %s of %s asking for %s is refused', (role, organisationId, asked) => {
    expect(dataGapScope({ role, organisationId }, asked)).toEqual({ kind: 'refused' })
  })
})
