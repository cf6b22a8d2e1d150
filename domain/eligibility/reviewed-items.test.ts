import { describe, expect, it } from 'vitest'
import { addDays } from '../identity/calendar-date.ts'
import type { Assertion, Observation } from './patient-record.ts'
import { recordedItems } from './recorded-items.ts'
import { confirmed, finding, recordWith } from './sample-record.ts'

const asOf = '2026-06-15'
const ago = (days: number) => addDays(asOf, -days)

function isStale(row: Observation, ...assertions: readonly Assertion[]) {
  const items = recordedItems(recordWith({ observations: [row], assertions }), asOf)
  return items.find(({ itemId }) => itemId === row.id)?.isStale
}

describe('what was found and goes on', () => {
  it.each([
    ['medication', 'lmwh', 'active', 28],
    ['condition', 'unhealed-wound', 'active', 90],
    ['toxicity', 'fatigue', 2, 90],
    ['infection', 'HCV', 'active', 180],
  ] as const)('goes out of date: %s %s %s after %d days', (kind, code, value, days) => {
    const ages = [days - 1, days, days + 1]
    expect(ages.map((age) => isStale(finding(kind, code, value, ago(age))))).toEqual([false, false, true])
  })

  it.each([
    ['condition', 'gilbert-syndrome', 'active'],
    ['condition', 'stroke', 'history'],
    ['infection', 'HIV', 'positive'],
  ] as const)('stands where it does not end: %s %s %s', (kind, code, value) => {
    expect(isStale(finding(kind, code, value, '2010-01-01'))).toBe(false)
  })

  it('is as good as the last review of its category, and of no other', () => {
    const steroid = finding('medication', 'systemic-corticosteroid', 'active', '2024-01-03')
    const reviewed = (days: number) => isStale(steroid, confirmed('medicines-reviewed', ago(days)))
    expect([27, 28, 29].map(reviewed)).toEqual([false, false, true])
    expect(isStale(steroid, confirmed('comorbidities-reviewed', asOf))).toBe(true)
    expect(isStale(steroid, confirmed('medicines-reviewed', addDays(asOf, 1)))).toBe(true)
  })
})
