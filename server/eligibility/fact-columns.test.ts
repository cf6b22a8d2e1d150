import { describe, expect, test } from 'vitest'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import type { Biomarker, Observation } from '#domain/eligibility/patient-record.ts'
import { diagnosisOf, finding, recordWith, testOf, treatmentOf } from '#domain/eligibility/sample-record.ts'
import { answerKey } from './biomarker-answers.ts'
import { factColumns } from './fact-columns.ts'

const columnsOf = (...observations: readonly Observation[]) => factColumns(deriveFacts(recordWith({ observations })))

test('of a patient of whom nothing is known every column is null', () => {
  expect(new Set(Object.values(factColumns(deriveFacts(recordWith()))))).toEqual(new Set([null]))
})

test('every patient has the same columns, so that many are stored in one statement', () => {
  const record = recordWith({
    bornOn: '1960-02-29',
    diagnoses: [diagnosisOf({ icd10: 'C22.0', morphology: '8171/3' })],
    observations: [
      finding('measurable-disease', 'measurable-disease', true, '2026-06-01', { detail: { by: 'RECIST1.1' } }),
    ],
    treatments: [treatmentOf('Cisplatin', { classes: ['chemotherapy'] })],
  })
  expect(Object.keys(factColumns(deriveFacts(record)))).toEqual(Object.keys(factColumns(deriveFacts(recordWith()))))
})

describe('a laboratory result', () => {
  test('stands in the unit of its column, with its date, and as a multiple of the limits on the same report', () => {
    const reading = { unit: 'g/dL', lowerLimit: 12, upperLimit: 18 }
    expect(columnsOf(finding('lab', 'haemoglobin', 9, '2026-06-01', reading))).toMatchObject({
      lab_haemoglobin: 90,
      lab_haemoglobin_x_uln: 0.5,
      lab_haemoglobin_x_lln: 0.75,
      lab_haemoglobin_on: '2026-06-01',
    })
  })

  test('of zero is a value', () => {
    expect(columnsOf(finding('lab', 'anc', 0, '2026-06-01', { unit: '10*9/L' }))).toMatchObject({ lab_anc: 0 })
  })

  test.each([
    ['in a foreign unit', 9, { unit: 'stone' }],
    ['without a unit', 9, {}],
    ['in words', 'clotted', { unit: 'g/L' }],
  ])('%s has a date and no number', (_, value, parts) => {
    expect(columnsOf(finding('lab', 'haemoglobin', value, '2026-06-01', parts))).toMatchObject({
      lab_haemoglobin: null,
      lab_haemoglobin_on: '2026-06-01',
    })
  })

  test.each([[null], [0]])('whose upper limit is %s is no multiple of it', (upperLimit) => {
    const row = columnsOf(finding('lab', 'alt', 40, '2026-06-01', { unit: 'U/L', upperLimit }))
    expect(row).toMatchObject({ lab_alt: 40, lab_alt_x_uln: null, lab_alt_x_lln: null })
  })
})

test.each([
  ['pT4a', ['T4A', 'T4', 'T']],
  ['T2', ['T2', 'T']],
  ['TX', null],
])('tumour category %s is held with those that contain it', (t, expected) => {
  expect(columnsOf(finding('stage', 'TNM8', 'IIIA', '2026-06-01', { detail: { t } }))).toMatchObject({
    stage_tnm8_group: ['IIIA', 'III'],
    stage_tnm8_t: expected,
    stage_tnm8_n: null,
  })
})

test('a scale in words has no number, and a number is a word as well', () => {
  const row = columnsOf(
    finding('performance-status', 'Karnofsky', 'Not done', '2026-06-01'),
    finding('performance-status', 'ECOG', 0, '2026-06-02'),
  )
  expect(row).toMatchObject({ ps_karnofsky: null, ps_karnofsky_word: 'not done', ps_karnofsky_on: '2026-06-01' })
  expect(row).toMatchObject({ ps_ecog: 0, ps_ecog_word: '0', ps_lansky: null, ps_lansky_word: null })
})

test('a cell type without behaviour is a malignant primary', () => {
  const diagnoses = [diagnosisOf({ icd10: 'C07', morphology: '8500', basis: 'cytology' })]
  expect(factColumns(deriveFacts(recordWith({ diagnoses })))).toMatchObject({
    morphology: '8500/3',
    diagnosis_basis: 'cytology',
  })
})

describe('what tests answer', () => {
  const answersTo = (...biomarkers: readonly Biomarker[]) =>
    JSON.parse(String(factColumns(deriveFacts(recordWith({ biomarkers }))).biomarker_answers))

  test('the latest valid test decides; a failed or equivocal one answers nothing', () => {
    expect(
      answersTo(
        testOf('msi', { result: 'MSS', reportedOn: '2026-01-01' }),
        testOf('msi', { result: 'equivocal', reportedOn: '2026-03-01' }),
        testOf('mmr', { result: 'failed' }),
      ),
    ).toEqual({ [answerKey('msi', '')]: 'mss' })
  })

  test('a variant answers for itself, its place and its gene; not for another change', () => {
    expect(answersTo(testOf('variant', { genes: ['BRAF'], hgvsP: 'p.V600E' }))).toEqual({
      [answerKey('variant', 'BRAF')]: 'present',
      [answerKey('variant', 'BRAF', 'Val600Glu')]: 'present',
      [answerKey('variant', 'BRAF', 'Val600*')]: 'present',
    })
  })

  test('a gene without any change answers for every change', () => {
    expect(answersTo(testOf('variant', { genes: ['KIT'], result: 'not detected' }))).toEqual({
      [answerKey('variant', 'KIT')]: 'absent',
      [answerKey('variant', 'KIT', null)]: 'absent',
    })
  })
})
