import { describe, expect, test } from 'vitest'
import { deriveFacts } from './derive-facts.ts'
import { missingItemNames, missingItems } from './missing-items.ts'
import type { PatientRecord } from './patient-record.ts'
import { confirmed, diagnosisOf, finding, recordWith, testOf, treatmentOf } from './sample-record.ts'

const missing = (parts: Partial<PatientRecord>) => missingItems(deriveFacts(recordWith(parts)))

const labs = ['anc', 'platelets', 'haemoglobin', 'creatinine', 'bilirubin', 'alt']
const complete: Partial<PatientRecord> = {
  diagnoses: [diagnosisOf({ icd10: 'C22.0', topography: 'C22.0', morphology: '8171/3' })],
  observations: [
    ...labs.map((code) => finding('lab', code, 1, '2020-01-01')),
    finding('stage', 'TNM8', 'III', '2025-12-01'),
    finding('performance-status', 'ECOG', 0, '2020-01-01'),
  ],
  biomarkers: [testOf('msi')],
  treatments: [treatmentOf('carboplatin')],
}

test('of a patient of whom nothing is recorded everything is missing', () => {
  expect(missing({})).toEqual(missingItemNames)
})

test('with everything recorded nothing is missing, however old it is', () => {
  expect(missing(complete)).toEqual([])
})

describe('histology', () => {
  const of = (parts: Parameters<typeof diagnosisOf>[0]) => missing({ ...complete, diagnoses: [diagnosisOf(parts)] })

  test('is missing without a cell type, and where a report says only the tissue', () => {
    expect(of({ icd10: 'C22.0' })).toEqual(['histology'])
    expect(of({ icd10: 'C22.0', morphology: '8010/3' })).toEqual(['histology'])
    expect(of({ icd10: 'C49.9', morphology: '8800/3' })).toEqual(['histology'])
    expect(of({ icd10: 'C22.0', morphology: '8170/3' })).toEqual([])
  })

  test('is missing where its code cannot be read as ICD-O-3', () => {
    expect(of({ icd10: 'C22.0', morphology: '253018005', morphologySystem: 'snomed-ct' })).toEqual(['histology'])
  })
})

describe('stage', () => {
  const withoutStage = complete.observations?.filter(({ kind }) => kind !== 'stage') ?? []
  const of = (parts: Parameters<typeof diagnosisOf>[0]) =>
    missing({ ...complete, observations: withoutStage, diagnoses: [diagnosisOf(parts)] })

  test('is missing for a cancer that is staged', () => {
    expect(of({ icd10: 'C22.0', morphology: '8171/3' })).toEqual(['stage'])
  })

  test('is not asked for tumours of the central nervous system and of blood and marrow, which have none', () => {
    expect(of({ icd10: 'C71.1', topography: 'C71.1', morphology: '9400/3' })).toEqual([])
    expect(of({ icd10: 'C92.0', topography: 'C42.1', morphology: '9861/3' })).toEqual([])
    expect(of({ icd10: 'C92.0', morphology: '9861/3' })).toEqual([])
  })
})

test('any scale is a performance status', () => {
  const without = complete.observations?.filter(({ kind }) => kind !== 'performance-status') ?? []
  expect(missing({ ...complete, observations: without })).toEqual(['performanceStatus'])
  const lansky = [...without, finding('performance-status', 'Lansky', 90, '2026-01-01')]
  expect(missing({ ...complete, observations: lansky })).toEqual([])
})

test('a failed sample is a test that was done', () => {
  expect(missing({ ...complete, biomarkers: [] })).toEqual(['biomarkers'])
  expect(missing({ ...complete, biomarkers: [testOf('msi', { result: 'failed' })] })).toEqual([])
})

test.each([
  ['anc', 'bloodCount'],
  ['platelets', 'bloodCount'],
  ['haemoglobin', 'bloodCount'],
  ['creatinine', 'kidneyFunction'],
  ['bilirubin', 'liverFunction'],
  ['alt', 'liverFunction'],
])('without %s the item %s is missing', (analyte, item) => {
  const observations = complete.observations?.filter(({ code }) => code !== analyte) ?? []
  expect(missing({ ...complete, observations })).toEqual([item])
})

test('no treatment is missing history until somebody says that the history is complete', () => {
  expect(missing({ ...complete, treatments: [] })).toEqual(['treatmentHistory'])
  const assertions = [confirmed('treatment-history-complete', '2020-01-01')]
  expect(missing({ ...complete, treatments: [], assertions })).toEqual([])
})
