import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../identity/calendar-date.ts'
import type { TrialCriterion } from './trial-criterion.ts'
import { cameIntoUseBetween, criteriaInForce, isInForce, rulesFrom, type TrialEncoding } from './trial-encoding.ts'

const written: TrialEncoding = { encodedBy: 'Dr A Example', checkedBy: null, effectiveFrom: '2026-06-01' }
const adult = { op: 'age', unit: 'years', min: 18 } as const

function criterion(id: string, parts: Partial<TrialCriterion> = {}): TrialCriterion {
  return {
    id,
    kind: 'inclusion',
    class: 'hard',
    text: `Text of ${id}`,
    expr: adult,
    origin: 'protocol',
    isKindStated: true,
    headings: [],
    label: null,
    ...parts,
  }
}

const checked: TrialEncoding = { ...written, checkedBy: 'Dr B Example' }

describe('rules written for a protocol', () => {
  test.each<[string, TrialEncoding | undefined, CalendarDate, boolean]>([
    ['nobody has written them down as theirs', undefined, '2026-06-15', false],
    ['nobody has checked them', written, '2026-06-15', false],
    ['their author has checked them', { ...written, checkedBy: ' dr a example' }, '2026-06-15', false],
    ['somebody else has checked them', checked, '2026-06-15', true],
    ['somebody else has checked them, the day before they count', checked, '2026-05-31', false],
    ['somebody else has checked them, the day that they count from', checked, '2026-06-01', true],
    ['somebody else has checked them, the day after', checked, '2026-06-02', true],
  ])('where %s', (_who, encoding, asOf, isUsed) => {
    const criteria = [criterion('I1'), criterion('I2', { expr: null }), criterion('AGE', { origin: 'registry-field' })]
    expect(isInForce(encoding, asOf)).toBe(isUsed)
    expect(criteriaInForce({ criteria, ...(encoding === undefined ? {} : { encoding }) }, asOf)).toEqual(
      isUsed ? criteria : [{ ...criteria[0], expr: null }, criteria[1], criteria[2]],
    )
  })
})

describe('the day on which rules came into use', () => {
  test('is theirs once somebody else has checked them', () => {
    expect([undefined, written, checked].map(rulesFrom)).toEqual([null, null, '2026-06-01'])
  })

  test.each<[CalendarDate | null, CalendarDate, CalendarDate | null]>([
    ['2026-05-31', '2026-05-31', null],
    ['2026-05-31', '2026-06-01', '2026-06-01'],
    ['2026-05-30', '2026-06-02', '2026-06-01'],
    ['2026-06-01', '2026-06-02', null],
    [null, '2026-06-02', null],
  ])('lies between a screening on %s and one on %s: %s', (screenedOn, asOf, day) => {
    expect(cameIntoUseBetween(rulesFrom(checked), screenedOn, asOf)).toBe(day)
    expect(cameIntoUseBetween(null, screenedOn, asOf)).toBeNull()
  })
})
