import fc from 'fast-check'
import type { Biomarker, Diagnosis, Observation, PatientRecord } from '../../domain/eligibility/patient-record.ts'
import {
  allConfirmed,
  diagnosisOf,
  finding,
  recordWith,
  testOf,
  treatmentOf,
} from '../../domain/eligibility/sample-record.ts'
import { addDays, addMonths, type CalendarDate } from '../../domain/identity/calendar-date.ts'

/**
 * Patients made to sit on the limits that the criteria of `build-criterion.ts` ask: values one step below, at and one
 * step above, days at both ends of a window, foreign units, reports without limits, failed samples, cancers that are
 * only possible or not coded; and for each fact somebody of whom it is not known. The same seed gives the same patients.
 */
export function buildPatients(count: number, seed: number, asOf: CalendarDate): readonly PatientRecord[] {
  return fc.sample(patient(asOf), { numRuns: count, seed }).map((record, index) => ({
    ...record,
    patientId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  }))
}

function patient(asOf: CalendarDate): fc.Arbitrary<PatientRecord> {
  return fc
    .record({
      bornOn: bornOn(asOf),
      sex: fc.constantFrom('female', 'male', 'indeterminate', null),
      diedOn: fc.constantFrom(null, null, null, null, null, null, null, null, null, asOf),
      diagnoses: diagnoses(),
      labs: fc.tuple(...labs.map((lab) => labResult(lab, asOf))),
      scales: fc.tuple(...Object.entries(scales).map(([scale, values]) => scaleResult(scale, values, asOf))),
      stages: fc.tuple(...Object.entries(stages).map(([system, values]) => stage(system, values, asOf))),
      others: fc.subarray(otherFindings(asOf)),
      biomarkers: fc.array(biomarker(asOf), { maxLength: 6 }),
      treatments: fc.subarray([treatmentOf('Cisplatin', { classes: ['chemotherapy', 'platinum'], endedOn: asOf })]),
      assertions: fc.constantFrom([], allConfirmed(asOf), allConfirmed(addDays(asOf, -200))),
    })
    .map(({ labs, scales, stages, others, ...record }) =>
      recordWith({ ...record, observations: [...labs, ...scales, ...stages, ...others].filter((row) => row !== null) }),
    )
}

function bornOn(asOf: CalendarDate): fc.Arbitrary<CalendarDate | null> {
  const birthday = fc.constantFrom(12, 18, 70, 71).map((years) => addMonths(asOf, -12 * years))
  const nearIt = fc.tuple(birthday, fc.constantFrom(-1, 0, 1)).map(([day, shift]) => addDays(day, shift))
  return fc.oneof(nearIt, nearIt, fc.constantFrom('2008-02-29', '1990-01-31', '1949-12-31', null))
}

function diagnoses(): fc.Arbitrary<readonly Diagnosis[]> {
  const codes = fc.constantFrom<Partial<Diagnosis>>(
    { icd10: 'C22.0', topography: 'C22.0', morphology: '8171/3' },
    { icd10: 'C22.0' },
    { icd10: 'C22.0', topography: 'C22.0', morphology: '8170/3' },
    { icd10: 'C07', topography: 'C07.9', morphology: '8140/3' },
    { icd10: 'C07', topography: 'C07.9', morphology: '8500' },
    { icd10: 'C07', topography: 'C07.9', morphology: '8010/3' },
    { icd10: 'C49.9', topography: 'C49.9', morphology: '8800/3' },
    { icd10: 'C18.0', topography: 'C18.0', morphology: '8140/3' },
    { icd10: 'C22.0', morphology: '253018005', morphologySystem: 'snomed-ct' },
    {},
  )
  const basis = fc.constantFrom<Diagnosis['basis']>('histology', 'cytology', 'clinical', null)
  const recorded = fc.tuple(codes, basis).map(([parts, by]) => [diagnosisOf({ ...parts, basis: by })])
  return fc.oneof({ weight: 9, arbitrary: recorded }, { weight: 1, arbitrary: fc.constant([]) })
}

/** Results by analyte and unit, one step below, at and above each limit that criteria ask. */
const labs: readonly { readonly analyte: string; readonly units: Readonly<Record<string, readonly number[]>> }[] = [
  { analyte: 'anc', units: { '10*9/L': [0, 1.4, 1.5, 1.6], '/uL': [1499, 1500, 1501], '10^9/L': [1.5], stone: [1.5] } },
  { analyte: 'haemoglobin', units: { 'g/L': [89, 90, 91], 'g/dL': [8.9, 9, 9.1], 'mmol/L': [9] } },
  { analyte: 'bilirubin', units: { 'umol/L': [17.1, 31.4, 31.5, 31.6], 'mg/dL': [0.9, 1, 1.1] } },
  { analyte: 'creatinine', units: { 'umol/L': [132.5, 132.6, 132.7], 'mg/dL': [1.4, 1.5, 1.6], 'g/L': [0.015] } },
  { analyte: 'inr', units: { ratio: [1.4, 1.5, 1.6], '1': [1.5] } },
]

function labResult({ analyte, units }: (typeof labs)[number], asOf: CalendarDate): fc.Arbitrary<Observation | null> {
  const number = fc
    .constantFrom(...Object.entries(units).flatMap(([unit, values]) => values.map((value) => ({ unit, value }))))
    .chain((result) => fc.constantFrom(result, { ...result, unit: null }, result, result, result))
  const word = fc.constantFrom({ unit: 'qual', value: 'negative' }, { unit: null, value: true })
  return orNothing(
    fc
      .record({
        result: fc.oneof({ weight: 12, arbitrary: number }, { weight: 1, arbitrary: word }),
        on: dayOfWindow(asOf),
        // With 21 as the upper limit, 31.5 is exactly one and a half times it.
        upperLimit: fc.constantFrom(21, 21, 0.5, 90, 1.5, 0, null),
        lowerLimit: fc.constantFrom(1.5, 90, 130, null),
      })
      .map(({ result, on, ...limits }) => finding('lab', analyte, result.value, on, { unit: result.unit, ...limits })),
  )
}

const scales: Readonly<Record<string, readonly (number | string)[]>> = {
  ECOG: [0, 1, 2, 3, 9],
  Karnofsky: [60, 70, 80, 'not done'],
  Lansky: [69.5, 70, 100, '70', 'unable'],
}

function scaleResult(
  scale: string,
  values: readonly (number | string)[],
  asOf: CalendarDate,
): fc.Arbitrary<Observation | null> {
  const result = fc.tuple(fc.constantFrom(...values), dayOfWindow(asOf))
  return orNothing(result.map(([value, on]) => finding('performance-status', scale, value, on)))
}

const stages: Readonly<Record<string, readonly string[]>> = {
  TNM8: ['I', 'III', 'IIIA', 'Stage IIIB', 'IV', 'X', ''],
  FIGO: ['II', 'IIIC1', 'III', 'IVB'],
}

function stage(system: string, values: readonly string[], asOf: CalendarDate): fc.Arbitrary<Observation | null> {
  return orNothing(
    fc
      .record({
        group: fc.constantFrom(...values),
        t: fc.constantFrom('pT2', 'T4', 'T4a', 'TX', null),
        n: fc.constantFrom('N0', 'ypN1a', 'NX', null),
        m: fc.constantFrom('M0', 'M1', null),
      })
      .map(({ group, ...parts }) => {
        const detail = Object.fromEntries(Object.entries(parts).flatMap(([part, v]) => (v === null ? [] : [[part, v]])))
        return finding('stage', system, group, asOf, { detail })
      }),
  )
}

/** What leaves ask that SQL does not hold. */
function otherFindings(asOf: CalendarDate): Observation[] {
  return [
    finding('condition', 'autoimmune-disease', 'active', asOf),
    finding('metastasis', 'cns', 'present', asOf),
    finding('infection', 'HIV', 'positive', asOf),
    finding('toxicity', 'alopecia', 2, asOf),
    finding('grade', 'grade', 'high', asOf),
    finding('disease-extent', 'disease-extent', 'metastatic', asOf),
  ]
}

function biomarker(asOf: CalendarDate): fc.Arbitrary<Biomarker> {
  const variant = fc
    .record({
      genes: fc.constantFrom(['BRAF'], ['KIT'], ['BRAF', 'KIT']),
      hgvsP: fc.constantFrom('p.Val600Glu', 'V600E', 'p.(Val600Lys)', 'p.Gly469Ala', 'p.R213*', '?', null, null),
      result: fc.constantFrom('present', 'detected', 'absent', 'not detected', 'failed', 'equivocal'),
    })
    .map((parts) => testOf('variant', parts))
  const worded = fc
    .constantFrom(
      { type: 'msi', words: ['MSI-H', 'MSS', 'equivocal', 'failed'] } as const,
      { type: 'mmr', words: ['dMMR', 'pMMR', 'insufficient', 'indeterminate'] } as const,
      { type: 'cna', genes: ['ERBB2'], words: ['amplified', 'not-amplified', 'borderline', 'failed'] } as const,
      { type: 'ihc', marker: 'HER2', words: ['Positive', 'negative', 'equivocal', 'failed'] } as const,
    )
    .chain(({ type, words, ...subject }) => {
      const genes = 'genes' in subject ? subject.genes : []
      const marker = 'marker' in subject ? subject.marker : null
      return fc.constantFrom(...words).map((result) => testOf(type, { genes, marker, result }))
    })
  return fc
    .tuple(fc.oneof(variant, worded), fc.integer({ min: 0, max: 400 }), fc.boolean(), fc.nat())
    .map(([test, days, isCentralReview, id]) => ({
      ...test,
      id: `${test.id}-${id}`,
      isCentralReview,
      reportedOn: addDays(asOf, -days),
    }))
}

/** The ends of the usual window of 28 days and of one of 14, a day beyond each, and a day that has yet to come. */
function dayOfWindow(asOf: CalendarDate): fc.Arbitrary<CalendarDate> {
  return fc.constantFrom(0, 0, 5, 14, 14, 15, 28, 28, 29, -1).map((days) => addDays(asOf, -days))
}

function orNothing<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.oneof({ weight: 7, arbitrary }, { weight: 1, arbitrary: fc.constant(null) })
}
