import { expect, it } from 'vitest'
import { diagnosisOf, finding, recordWith, testOf } from '../../domain/eligibility/sample-record.ts'
import { plainRecord } from './plain-record.ts'

it('holds nothing of a patient of whom nothing is recorded', () => {
  const { labs, stages, biomarkers, ...rest } = plainRecord(recordWith())
  expect({ labs, stages, biomarkers }).toEqual({ labs: {}, stages: {}, biomarkers: {} })
  expect(rest).toMatchObject({ bornOn: null, sex: null, diagnosis: null, grade: null, diseaseExtent: null })
})

it('keeps the newest result, its multiples of normal, and no multiple of a limit of zero', () => {
  const lab = (value: number, on: string, upperLimit: number | null) =>
    finding('lab', 'bilirubin', value, on, { unit: 'mg/dL', upperLimit })
  const { labs } = plainRecord(recordWith({ observations: [lab(1, '2026-06-02', 0.5), lab(9, '2026-06-01', 1)] }))
  expect(labs.bilirubin).toEqual({
    on: '2026-06-02',
    sign: null,
    micromolesPerLitre: 17.1,
    timesUpperLimit: 2,
    timesLowerLimit: null,
  })
  const { labs: unlimited } = plainRecord(recordWith({ observations: [lab(1, '2026-06-02', 0)] }))
  expect(unlimited.bilirubin?.timesUpperLimit).toBeNull()
})

it('leaves out what a later row replaces, and an ECOG of 9', () => {
  const wrong = finding('performance-status', 'ECOG', 1, '2026-06-10')
  const right = finding('performance-status', 'ECOG', 3, '2026-06-05', { replaces: wrong.id })
  const notDone = finding('performance-status', 'ECOG', 9, '2026-06-12')
  const { scales } = plainRecord(recordWith({ observations: [wrong, right, notDone] }))
  expect(scales.ECOG).toEqual({ on: '2026-06-05', number: 3, word: '3' })
})

it('reads a stage with every coarser one, and none that nobody assessed', () => {
  const stage = finding('stage', 'TNM8', 'Stage IIIB', '2026-06-01', { detail: { t: 'pT4a', n: 'NX' } })
  expect(plainRecord(recordWith({ observations: [stage] })).stages.TNM8).toEqual({
    t: { recorded: 'T4A', labels: ['T4A', 'T4'] },
    group: { recorded: 'IIIB', labels: ['IIIB', 'III'] },
  })
})

it('takes the newest test that answers', () => {
  const tests = [
    testOf('msi', { id: 'a', result: 'failed', reportedOn: '2026-03-03' }),
    testOf('msi', { id: 'b', result: 'MSI-H', reportedOn: '2026-03-02' }),
    testOf('msi', { id: 'c', result: 'MSS', reportedOn: '2026-03-01' }),
    testOf('variant', { id: 'd', genes: ['BRAF'], hgvsP: 'V600E', result: 'absent' }),
    testOf('ihc', { id: 'e', marker: 'HER2', result: 'Negative' }),
  ]
  expect(plainRecord(recordWith({ biomarkers: tests })).biomarkers).toEqual({ msi: 'msi-h', 'ihc her2': 'absent' })
})

it('takes nothing of a day on which tests are opposites', () => {
  const tests = [
    testOf('msi', { id: 'a', result: 'MSI-H' }),
    testOf('msi', { id: 'b', result: 'MSS' }),
    testOf('variant', { id: 'c', genes: ['BRAF'], hgvsP: 'V600E' }),
    testOf('variant', { id: 'd', genes: ['BRAF'], hgvsP: 'p.Val600Glu', result: 'absent' }),
    testOf('variant', { id: 'e', genes: ['KIT'], hgvsP: 'V600E' }),
    testOf('variant', { id: 'f', genes: ['KIT'], hgvsP: 'L576P', result: 'absent' }),
  ]
  expect(plainRecord(recordWith({ biomarkers: tests })).biomarkers).toEqual({ 'variant KIT': 'present' })
})

it('takes a later test that did not find what an earlier one found for no answer, unless it is a stain', () => {
  const later = { reportedOn: '2026-06-01' }
  const tests = [
    testOf('msi', { id: 'a', result: 'MSI-H' }),
    testOf('msi', { id: 'b', result: 'MSS', ...later }),
    testOf('variant', { id: 'c', genes: ['c-Kit'] }),
    testOf('variant', { id: 'd', genes: ['KIT'], result: 'absent', ...later }),
    testOf('cna', { id: 'e', genes: ['MYCN'], result: 'not-amplified' }),
    testOf('cna', { id: 'f', genes: ['mycn '], result: 'amplified', ...later }),
    testOf('ihc', { id: 'g', marker: 'AR' }),
    testOf('ihc', { id: 'h', marker: 'AR', result: 'absent', ...later }),
  ]
  expect(plainRecord(recordWith({ biomarkers: tests })).biomarkers).toEqual({
    'cna MYCN': 'amplified',
    'ihc ar': 'absent',
  })
})

it('takes over which cancers the codes prove', () => {
  const diagnosis = diagnosisOf({ icd10: 'C22.0', topography: 'C22.0', morphology: '8171/3' })
  const { diagnosis: plain } = plainRecord(recordWith({ diagnoses: [diagnosis] }))
  expect(plain).toMatchObject({ isUncoded: false, basis: 'histology' })
  expect(plain?.exact).toContain('gi-flc')
})
