import fc from 'fast-check'
import type { DiagnosisLeaf, Leaf, PerformanceStatusLeaf } from '../../domain/eligibility/leaf.ts'
import type { Sex } from '../../domain/eligibility/patient-record.ts'
import { sampleLeaves } from '../../domain/eligibility/sample-leaves.ts'
import { eventLeaves } from './build-event-leaves.ts'
import { biomarker, lab, observation } from './build-measured-leaves.ts'

/** Questions of every kind, on the limits and in the words that the patients of `build-patient.ts` sit on. */
export const leavesOf: Readonly<Record<Leaf['op'], fc.Arbitrary<Leaf>>> = {
  ...eventLeaves(),
  age: age(),
  sex: fc.record({
    op: fc.constant('sex'),
    in: fc.subarray<Sex>(['female', 'male', 'indeterminate'], { minLength: 1 }),
  }),
  diagnosis: diagnosis(),
  morphology: fc.constantFrom<Leaf>(
    { op: 'morphology', in: ['8171/3'] },
    { op: 'morphology', in: ['8140', '8500/3'] },
    { op: 'morphology', range: ['8051', '8180'] },
    { op: 'morphology', range: ['8500', '8510'], in: ['8800/3'] },
    { op: 'morphology', in: ['8890/3'] },
  ),
  topography: fc
    .subarray(['C22', 'C22.0', 'C07', 'C49.9', 'C18', 'C187', 'C71'], { minLength: 1 })
    .map((sites) => ({ op: 'topography', in: sites })),
  grade: words('grade', ['high', 'low', 'G2']),
  stage: stage(),
  diseaseExtent: words('diseaseExtent', ['metastatic', 'locally-advanced', 'localised', 'unresectable', 'recurrent']),
  standardOptions: words('standardOptions', ['exhausted', 'declined']),
  measurableDisease: fc.record(
    {
      op: fc.constant('measurableDisease'),
      by: fc.constantFrom('RECIST1.1', 'RECIST1.1', 'RANO'),
      irradiatedLesionRule: fc.constant('progressed-only'),
      withinDays: fc.constantFrom(28, 42, 0),
    },
    { requiredKeys: ['op', 'by'] },
  ),
  ps: performanceStatus(),
  lab,
  observation,
  score: fc
    .record(
      {
        asked: fc.constantFrom(
          { name: 'child-pugh', in: ['A'] },
          { name: 'child-pugh', in: ['B', 'C'] },
          { name: 'krenning', min: 3 },
          { name: 'krenning', in: [2, 4] },
          { name: 'krenning', in: [2, 4], max: 3 },
          { name: 'krenning', min: 2, max: 3 },
        ),
        withinDays: withinDays(),
      },
      { requiredKeys: ['asked'] },
    )
    .map(({ asked, ...window }) => ({ op: 'score', ...asked, ...window })),
  biomarker,
  childbearingPotential: fc.constant({ op: 'childbearingPotential' }),
  rareCancer: fc.constantFrom(
    { op: 'rareCancer', definition: 'RARECARE' },
    { op: 'rareCancer', definition: 'ACT2026' },
  ),
  centralReview: fc.constantFrom(
    { op: 'centralReview', type: 'mdt', result: 'confirmed' },
    { op: 'centralReview', type: 'pathology', result: 'confirmed' },
    { op: 'centralReview', type: 'pathology', result: 'not-confirmed' },
    { op: 'centralReview', type: 'mtb', result: 'recommended' },
  ),
  attest: fc.record({
    op: fc.constant('attest'),
    by: fc.constantFrom('clinician', 'patient'),
    text: fc.constantFrom('Fit for chemotherapy', 'Contraception agreed', `It's "so"`),
  }),
}

/** One question of every way that a kind can be asked, beside the generated ones. */
export function sampleLeavesOf(op: Leaf['op']): readonly Leaf[] {
  return sampleLeaves.filter((leaf) => leaf.op === op)
}

function withinDays(): fc.Arbitrary<number> {
  return fc.constantFrom(14, 28, 0, 1_000_000)
}

function words(op: 'grade' | 'diseaseExtent' | 'standardOptions', listed: readonly string[]): fc.Arbitrary<Leaf> {
  return fc.subarray([...listed], { minLength: 1 }).map((chosen) => ({ op, in: chosen }))
}

function age(): fc.Arbitrary<Leaf> {
  const limits = fc.constantFrom(
    { min: 18 },
    { min: 18, minInclusive: false },
    { max: 70 },
    { max: 70, maxInclusive: false },
    { min: 12, max: 70, maxInclusive: true },
    { min: 71 },
    { min: 130 },
  )
  const at = fc.constantFrom({}, {}, { at: 'anchor' } as const, { at: 'diagnosis' } as const)
  return fc.tuple(limits, fc.constantFrom('years', 'months'), at).map(([{ min, max, ...ends }, unit, when]) => {
    const each = unit === 'years' ? 1 : 12
    const least = min === undefined ? {} : { min: min * each }
    const most = max === undefined ? {} : { max: max * each }
    return { op: 'age', unit, ...least, ...most, ...ends, ...when }
  })
}

function diagnosis(): fc.Arbitrary<Leaf> {
  return fc.record(
    {
      op: fc.constant('diagnosis'),
      entities: fc.subarray(['gi-flc', 'hn-sdc', 'hn-salivary', 'digestive', 'sa-lms', 'pd-rhabdoid'], {
        minLength: 1,
      }),
      morphology: fc.constantFrom(['8171/3'], ['8500/3', '8140'], ['8890/3', '9999/9']),
      confirmation: fc.constantFrom<NonNullable<DiagnosisLeaf['confirmation']>>(
        'any',
        'histology',
        'histologyOrCytology',
      ),
    },
    { requiredKeys: ['op', 'entities'] },
  )
}

function performanceStatus(): fc.Arbitrary<Leaf> {
  return fc
    .record(
      {
        asked: fc.constantFrom<PerformanceStatusLeaf>(
          { op: 'ps', scale: 'ECOG', in: [0, 1] },
          { op: 'ps', scale: 'ECOG', max: 2 },
          { op: 'ps', scale: 'Karnofsky', min: 70 },
          { op: 'ps', scale: 'Karnofsky', in: [70, 80, 90, 100] },
          { op: 'ps', scale: 'Lansky', min: 70, in: [70, 80, 90, 100] },
          { op: 'ps', scale: 'Lansky', min: 70, max: 90 },
        ),
        withinDays: withinDays(),
      },
      { requiredKeys: ['asked'] },
    )
    .map(({ asked, ...window }) => ({ ...asked, ...window }))
}

function stage(): fc.Arbitrary<Leaf> {
  const tnm = fc.record(
    {
      op: fc.constant('stage'),
      system: fc.constant('TNM8'),
      group: fc.constantFrom(['III'], ['IIIA', 'IV'], ['I', 'II']),
      t: fc.constantFrom(['T4'], ['T4a'], ['T1', 'T2']),
      n: fc.constantFrom(['N1'], ['N0']),
      m: fc.constantFrom(['M0'], ['M1']),
    },
    { requiredKeys: ['op', 'system', 'm'] },
  )
  const figo = fc.record({
    op: fc.constant('stage'),
    system: fc.constant('FIGO'),
    group: fc.subarray(['II', 'III', 'IIIC', 'IVB'], { minLength: 1 }),
  })
  const ensat = fc.record({ op: fc.constant('stage'), system: fc.constant('ENSAT'), group: fc.constant(['III', 'IV']) })
  return fc.oneof({ weight: 2, arbitrary: tnm }, figo, ensat)
}
