import fc from 'fast-check'
import type { Diagnosis, Observation, PatientRecord } from '../../domain/eligibility/patient-record.ts'
import { diagnosisOf, finding, recordWith } from '../../domain/eligibility/sample-record.ts'
import { addDays, addMonths, type CalendarDate } from '../../domain/identity/calendar-date.ts'
import type { ResearchWish } from '../../domain/patient-wishes/research-wish.ts'
import { biomarkers } from './build-biomarker.ts'
import { dayOfWindow, orNothing } from './build-day.ts'
import { assertions, otherDiagnoses, states, treatments } from './build-history.ts'

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
      researchWishes: researchWishes(),
      diedOn: fc.constantFrom(null, null, null, null, null, null, null, null, null, asOf),
      diagnoses: fc.tuple(diagnoses(), otherDiagnoses(asOf)).map(([index, others]) => [...index, ...others]),
      labs: fc.tuple(...labs.map((lab) => ofOneDay(labResult(lab, asOf)))).map((results) => results.flat()),
      scales: fc.tuple(...Object.entries(scales).map(([scale, values]) => ofOneDay(scaleResult(scale, values, asOf)))),
      stages: fc.tuple(...Object.entries(stages).map(([system, values]) => stage(system, values, asOf))),
      measurements: measurements(asOf),
      tumour: tumourFindings(asOf),
      states: states(asOf),
      biomarkers: biomarkers(asOf),
      treatments: treatments(asOf),
      assertions: assertions(asOf),
    })
    .map(({ labs, scales, stages, measurements, tumour, states, ...record }) => {
      const observations = [...labs, ...scales.flat(), ...stages, ...measurements, ...tumour, ...states]
      return recordWith({ ...record, observations: observations.filter((row) => row !== null) })
    })
}

/** Now and then none is to be heard of, or one of the trials that may be asked about; some of it withdrawn again. */
function researchWishes(): fc.Arbitrary<readonly ResearchWish[]> {
  const said = { recordedBy: 'Somebody', recordedAt: '2026-06-01T10:00:00.000Z', toldBy: 'patient' } as const
  const base = { wishId: 'wish', routes: [], statedOn: '2026-06-01', reviewOn: null, ...said } as const
  const withdrawal = fc.constantFrom(null, null, { withdrawnOn: '2026-06-02', ...said })
  const scope = fc.constantFrom(
    { scope: 'all', trialId: null } as const,
    ...wishedAwayTrials.map((trialId) => ({ scope: 'trial', trialId }) as const),
    { scope: 'contact', trialId: null } as const,
  )
  const wish = fc
    .record({ scope, withdrawal })
    .map((parts) => ({ ...base, ...parts.scope, withdrawal: parts.withdrawal }))
  return fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(wish, { maxLength: 2 }) })
}

/** The trials that a generated patient may not want to hear about. */
export const wishedAwayTrials = ['10000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000002']

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
  const diagnosedOn = fc.constantFrom('2026-01-05', '2019', '2026-06', '2008-06-15', null)
  const recorded = fc
    .record({ codes, basis, diagnosedOn })
    .map(({ codes: parts, ...rest }) => [diagnosisOf({ ...parts, ...rest, isIndex: true })])
  return fc.oneof({ weight: 9, arbitrary: recorded }, { weight: 1, arbitrary: fc.constant([]) })
}

/** Of one patient in four another result of the same day, or place on a scale, said to be recorded before it or after. */
function ofOneDay(result: fc.Arbitrary<Observation | null>): fc.Arbitrary<readonly (Observation | null)[]> {
  const again = fc.tuple(result, result, fc.boolean()).map(([first, other, isLater]) => {
    if (first === null || other === null) return [first]
    const recordedAt = `${first.observedOn}T${isLater ? '13' : '11'}:00:00Z`
    return [first, { ...other, id: `${first.id}-again`, observedOn: first.observedOn, recordedAt }]
  })
  return fc.oneof({ weight: 3, arbitrary: result.map((row) => [row]) }, { weight: 1, arbitrary: again })
}

/** Results by analyte and unit, one step below, at and above each limit that criteria ask. */
const labs: readonly { readonly analyte: string; readonly units: Readonly<Record<string, readonly number[]>> }[] = [
  { analyte: 'anc', units: { '10*9/L': [0, 1.4, 1.5, 1.6], '/uL': [1499, 1500, 1501], '10^9/L': [1.5], stone: [1.5] } },
  { analyte: 'haemoglobin', units: { 'g/L': [89, 90, 91], 'g/dL': [8.9, 9, 9.1], 'mmol/L': [9] } },
  { analyte: 'bilirubin', units: { 'umol/L': [17.1, 31.4, 31.5, 31.6], 'mg/dL': [0.9, 1, 1.1] } },
  { analyte: 'creatinine', units: { 'umol/L': [132.5, 132.6, 132.7], 'mg/dL': [1.4, 1.5, 1.6], 'g/L': [0.015] } },
  { analyte: 'inr', units: { ratio: [1.4, 1.5, 1.6], '1': [1.5] } },
  { analyte: 'urine-protein-dip', units: { plus: [0, 1, 2], ratio: [0.5, 0.6] } },
  { analyte: 'gfr-measured', units: { 'mL/min': [49, 50, 51], 'L/min': [0.05], 'mL/s': [50] } },
  { analyte: 'crcl-cg', units: { 'mL/min': [49, 50, 51], 'mL/s': [1] } },
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
        // Beyond the range of the assay.
        detail: fc.constantFrom<Observation['detail']>(...[{}, {}, {}, {}, {}], { bound: '<' }, { bound: '>' }),
      })
      .map(({ result, on, ...parts }) => finding('lab', analyte, result.value, on, { unit: result.unit, ...parts })),
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
  ENSAT: ['II', 'III', 'IV'],
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

/** Scores, bedside measurements and what people have decided. */
function measurements(asOf: CalendarDate): fc.Arbitrary<readonly (Observation | null)[]> {
  const value = (kind: Observation['kind'], code: string, found: readonly Found[]) =>
    orNothing(
      fc
        .tuple(fc.constantFrom(...found), dayOfWindow(asOf))
        .map(([[result, unit = null, limits = {}], on]) => finding(kind, code, result, on, { unit, ...limits })),
    )
  const measured = fc.tuple(
    ...[
      value('observation', 'lvef', [
        [49, '%'],
        [50, '%', { lowerLimit: 50 }],
        [51, '%', { lowerLimit: 52 }],
        ['normal'],
      ]),
      value('observation', 'qtcf', [[469, 'ms'], [470, 'ms'], [0.471, 's'], [470]]),
      value('observation', 'systolic-bp', [[150, 'mm[Hg]'], [151, 'mmHg'], ['abnormal'], ['Normal']]),
      value('observation', 'weight', [[40, 'kg'], [70, 'kg'], [88.2, '[lb_av]'], [0, 'kg'], ['unknown']]),
      value('lab', 'hcg', [['negative'], ['Positive'], ['unclear'], [5, 'U/L'], [true]]),
      value('score', 'child-pugh', [['A'], ['b'], [5], [6], [7], [10], [16], ['unknown']]),
      value('score', 'krenning', [[2], [3], [4], ['high']]),
    ].map(ofOneDay),
  )
  const said = fc.tuple(
    value('central-review', 'mdt', [['Confirmed'], ['not-confirmed'], ['pending']]),
    value('central-review', 'mtb', [['recommended'], ['not-recommended']]),
    value('central-review', 'pathology', [['confirmed'], ['not-recommended']]),
    value('attestation', 'Fit for chemotherapy', [[true], [false], ['perhaps']]),
    value('attestation', 'Contraception agreed', [['agreed'], ['declined']]),
    value('attestation', `It's "so"`, [['yes'], ['no']]),
  )
  return fc.tuple(measured, said).map(([results, answers]) => [...results.flat(), ...answers])
}

type Found = readonly [
  value: Observation['value'],
  unit?: string,
  limits?: { readonly lowerLimit?: number; readonly upperLimit?: number },
]

function tumourFindings(asOf: CalendarDate): fc.Arbitrary<readonly (Observation | null)[]> {
  const word = (kind: Observation['kind'], values: readonly Observation['value'][]) =>
    orNothing(
      fc
        .tuple(fc.constantFrom(...values), fc.constantFrom(0, 10, 28, 29, 42, 43))
        .map(([value, days]) => finding(kind, kind, value, addDays(asOf, -days))),
    )
  const lesion = fc.record(
    {
      by: fc.constantFrom<string | number>('RECIST1.1', 'RECIST1.1', 'RANO', 1),
      isIrradiated: fc.boolean(),
      hasProgressedSince: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  const measurable = fc
    .tuple(fc.constantFrom(true, true, false, 'unclear'), fc.constantFrom(0, 5, 28, 29, 42, 43), lesion)
    .map(([value, days, detail]) =>
      finding('measurable-disease', 'measurable-disease', value, addDays(asOf, -days), { detail }),
    )
  return fc.tuple(
    word('grade', ['High', 'low', 2, 'G2']),
    word('disease-extent', [
      ...['metastatic', 'localised', 'locally-advanced', 'no-evidence-of-disease'],
      ...['recurrent', 'unresectable', 'locally-recurrent-inoperable'],
    ]),
    word('standard-options', ['exhausted', 'available']),
    word('childbearing-potential', [true, false, 'unclear']),
    orNothing(measurable),
  )
}
