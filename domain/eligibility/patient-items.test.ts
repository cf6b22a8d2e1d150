import { expect, test } from 'vitest'
import { patientItems } from './patient-items.ts'
import type { PatientRecord } from './patient-record.ts'
import { recordedItems } from './recorded-items.ts'
import { confirmed, diagnosisOf, finding, recordWith, testOf } from './sample-record.ts'

const asOf = '2026-06-15'
const windowsOf = (parts: Partial<PatientRecord>) =>
  patientItems(recordWith(parts), asOf).map(({ windowDays, isStale }) => [windowDays, isStale])

test.each([
  [{ observations: [finding('lab', 'anc', 2, '2026-05-17')] }, [28, true]],
  [{ observations: [finding('lab', 'hcg', 'negative', '2026-06-08', { unit: 'qual' })] }, [7, false]],
  [{ observations: [finding('observation', 'lvef', 61, '2026-03-17', { unit: '%' })] }, [90, false]],
  [{ observations: [finding('performance-status', 'ECOG', 1, '2026-05-18')] }, [28, false]],
  [{ assertions: [confirmed('infection-status-reviewed', '2026-01-01')] }, [180, false]],
  [{ diagnoses: [diagnosisOf({ icd10: 'C22.0', isIndex: true })] }, [null, false]],
  [{ biomarkers: [testOf('msi', { result: 'MSI-H' })] }, [null, false]],
])('%#: each value says for how many days it is good by the usual windows; null where it holds', (parts, expected) => {
  expect(windowsOf(parts)).toEqual([expected])
})

test('what is shared with a site is as it was before: without a window', () => {
  const [item] = recordedItems(recordWith({ observations: [finding('lab', 'anc', 2, asOf)] }), asOf)
  expect(item).not.toHaveProperty('windowDays')
})
