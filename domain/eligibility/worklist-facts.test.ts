import { describe, expect, test } from 'vitest'
import { deriveFacts } from './derive-facts.ts'
import type { PatientRecord } from './patient-record.ts'
import { diagnosisOf, finding, recordWith } from './sample-record.ts'
import { worklistFacts } from './worklist-facts.ts'

const worklist = (parts: Partial<PatientRecord>) => worklistFacts(deriveFacts(recordWith(parts)))
const diagnosed = (parts: Parameters<typeof diagnosisOf>[0]) => worklist({ diagnoses: [diagnosisOf(parts)] })

describe('cancer type', () => {
  test('a proven entity is exact', () => {
    expect(diagnosed({ icd10: 'C22.0', topography: 'C22.0', morphology: '8171/3' })).toMatchObject({
      cancerTypeId: 'gi-flc',
      matchGrade: 'exact',
      diagnosedOn: '2026-01-05',
    })
  })

  test('a proven group whose entity the report leaves open is a group', () => {
    const sarcoma = diagnosed({ icd10: 'C49.2', topography: 'C49.2', morphology: '8800/3' })
    expect(sarcoma.matchGrade).toBe('group')
    expect(sarcoma.cancerTypeId).not.toBeNull()
  })

  test('without a cell type it is possible, with the others it may be', () => {
    const liver = diagnosed({ icd10: 'C22.0' })
    expect(liver.matchGrade).toBe('possible')
    expect(liver.otherCancerTypeIds.length).toBeGreaterThan(0)
  })

  test('a common cancer is none; a diagnosis without code, or no diagnosis, is not known', () => {
    const breast = diagnosed({ icd10: 'C50.9', topography: 'C50.9', morphology: '8500/3' })
    expect(breast).toMatchObject({ cancerTypeId: null, matchGrade: 'none' })
    expect(diagnosed({})).toMatchObject({ cancerTypeId: null, matchGrade: 'unknown' })
    expect(worklist({})).toMatchObject({ cancerTypeId: null, matchGrade: 'unknown', diagnosedOn: null })
  })
})

test('the latest stage of any system is shown with its system', () => {
  const figo = finding('stage', 'FIGO', 'IIIC', '2026-02-01')
  const tnm = finding('stage', 'TNM8', 'IV', '2026-03-01', { detail: { t: 'T3', n: 'N1', m: 'M1' } })
  expect(worklist({ observations: [figo] }).stage).toEqual({ text: 'FIGO IIIC', on: '2026-02-01' })
  expect(worklist({ observations: [figo, tnm] }).stage).toEqual({ text: 'TNM8 IV T3 N1 M1', on: '2026-03-01' })
  expect(worklist({}).stage).toBeNull()
})

test('ECOG 0 is a value; the code for "not recorded" and another scale are not', () => {
  const ecog = (value: number) => finding('performance-status', 'ECOG', value, '2026-06-01')
  expect(worklist({ observations: [ecog(0)] }).ecog).toEqual({ value: 0, on: '2026-06-01' })
  expect(worklist({ observations: [ecog(9)] }).ecog).toBeNull()
  expect(worklist({ observations: [finding('performance-status', 'Lansky', 90, '2026-06-01')] }).ecog).toBeNull()
})
