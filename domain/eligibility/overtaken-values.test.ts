import { expect, test } from 'vitest'
import { deriveFacts } from './derive-facts.ts'
import type { Observation } from './patient-record.ts'
import { recordedItems } from './recorded-items.ts'
import { finding, recordWith } from './sample-record.ts'

const items = (observations: readonly Observation[]) => recordedItems(recordWith({ observations }), '2026-06-15')

test.each(['a', 'z'])('of two values of one day the one recorded last is read first, whatever its id (%s)', (id) => {
  const alt = (value: number, recordedAt: string, rowId: string) => ({
    ...finding('lab', 'alt', value, '2026-06-01', { unit: 'U/L' }),
    id: rowId,
    recordedAt,
  })
  const first = alt(900, '2026-06-01T09:00:00.000Z', 'm')
  const second = alt(90, '2026-06-01T15:00:00.000Z', id)
  for (const observations of [
    [first, second],
    [second, first],
  ]) {
    expect(items(observations).map(({ valueText, isOvertaken }) => [valueText, isOvertaken])).toEqual([
      ['90 U/L', false],
      ['900 U/L', true],
    ])
    expect(deriveFacts(recordWith({ observations })).labs.alt?.latest.value).toBe(90)
  }
})

test('a value of another day, of something else or that is none does not overtake one', () => {
  const later = { recordedAt: '2026-06-02T09:00:00.000Z' }
  const observations = [
    finding('lab', 'alt', 90, '2026-06-01'),
    finding('lab', 'alt', 80, '2026-05-31', later),
    finding('lab', 'ast', 70, '2026-06-01', later),
    finding('performance-status', 'ECOG', 1, '2026-06-01'),
    finding('performance-status', 'ECOG', 9, '2026-06-01', later),
    finding('condition', 'epilepsy', 'present', '2026-06-01'),
    finding('condition', 'epilepsy', 'absent', '2026-06-01', later),
  ]
  expect(items(observations).filter(({ isOvertaken }) => isOvertaken)).toEqual([])
})
