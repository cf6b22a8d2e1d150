import { describe, expect, test } from 'vitest'
import { deriveFacts } from './derive-facts.ts'
import type { Observation } from './patient-record.ts'
import { recordedItems } from './recorded-items.ts'
import { finding, recordWith } from './sample-record.ts'

const items = (observations: readonly Observation[]) => recordedItems(recordWith({ observations }), '2026-06-15')

describe('two values of one day', () => {
  const alt = (value: number, at: string, parts: Partial<Observation> = {}) => ({
    ...finding('lab', 'alt', value, '2026-06-01', { unit: 'U/L' }),
    id: at,
    recordedAt: `2026-06-01T${at}:00.000Z`,
    ...parts,
  })
  const shown = (observations: readonly Observation[]) =>
    items(observations).map(({ valueText, isOvertaken }) => [valueText, isOvertaken])

  test.each(['09:00', '15:00'])('that differ both stand, whichever was recorded last (%s)', (at) => {
    const observations = [alt(900, at), alt(90, '12:00')]
    expect(shown(observations).every(([, isOvertaken]) => isOvertaken === false)).toBe(true)
    const { latest, sameDay = [] } = deriveFacts(recordWith({ observations })).labs.alt ?? {}
    expect([latest, ...sameDay].map((reading) => reading?.value).toSorted()).toEqual([90, 900])
  })

  test('that are the same are one, told with its limits of normal', () => {
    const observations = [alt(90, '09:00', { upperLimit: 40 }), alt(90, '12:00'), alt(90, '15:00')]
    expect(shown(observations)).toEqual([
      ['90 U/L', true],
      ['90 U/L', true],
      ['90 U/L (up to 40)', false],
    ])
    const { labs } = deriveFacts(recordWith({ observations }))
    expect(labs.alt).toMatchObject({ latest: { upperLimit: 40 }, sameDay: [] })
  })

  test('that are the same beside different limits are two', () => {
    const observations = [alt(90, '09:00', { upperLimit: 40 }), alt(90, '12:00', { upperLimit: 80 })]
    expect(deriveFacts(recordWith({ observations })).labs.alt?.sameDay).toMatchObject([{ upperLimit: 40 }])
  })
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
