import { expect, test } from 'vitest'
import { addDays } from '../identity/calendar-date.ts'
import { deriveFacts } from './derive-facts.ts'
import { diagnosisOf, finding, recordWith } from './sample-record.ts'

const extentFrom = (diagnosedOn: string | null, observedOn: string) =>
  deriveFacts(
    recordWith({
      diagnoses: [diagnosisOf({ diagnosedOn })],
      observations: [finding('disease-extent', 'extent', 'metastatic', observedOn)],
    }),
  ).diseaseExtent?.value ?? null

test('what was said of a tumour more than 183 days before this one was diagnosed was said of another', () => {
  const diagnosedOn = '2026-06-15'
  const answers = [-184, -183, -182, 0, 30].map((days) => extentFrom(diagnosedOn, addDays(diagnosedOn, days)))
  expect(answers).toEqual([null, 'metastatic', 'metastatic', 'metastatic', 'metastatic'])
})

test('of a diagnosis dated in part the earliest day counts, and without a date nothing is left out', () => {
  expect(extentFrom('2026', '2025-07-02')).toBe('metastatic')
  expect(extentFrom('2026', '2025-07-01')).toBeNull()
  expect(extentFrom(null, '2015-06-01')).toBe('metastatic')
})

test('blood results and conditions are about the person', () => {
  const old = [finding('lab', 'anc', 2, '2015-06-01'), finding('condition', 'epilepsy', 'active', '2015-06-01')]
  const facts = deriveFacts(recordWith({ diagnoses: [diagnosisOf({ diagnosedOn: '2026-06-15' })], observations: old }))
  expect(facts.labs.anc?.latest.value).toBe(2)
  expect(facts.conditions.epilepsy?.[0]?.value).toBe('active')
})
