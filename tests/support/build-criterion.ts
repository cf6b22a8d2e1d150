import fc from 'fast-check'
import type { Criterion, Expr } from '../../domain/eligibility/criterion.ts'
import type { AgeLeaf, Comparison, Leaf, PerformanceStatusLeaf } from '../../domain/eligibility/leaf.ts'
import type { Sex } from '../../domain/eligibility/patient-record.ts'
import { sampleLeaves } from '../../domain/eligibility/sample-leaves.ts'

/** The kinds of leaf that SQL holds. */
export const heldKinds = ['diagnosis', 'age', 'sex', 'ps', 'lab', 'biomarker', 'stage'] as const
export type HeldKind = (typeof heldKinds)[number]

/** Criteria of any shape down to `depth` branches, about one leaf in twelve of a kind that SQL does not hold. */
export function buildCriteria(count: number, seed: number, depth = 4): readonly Pick<Criterion, 'kind' | 'expr'>[] {
  const criterion = fc.record({ kind: fc.constantFrom('inclusion', 'exclusion'), expr: exprOf(depth) })
  return fc.sample(criterion, { numRuns: count, seed })
}

/** Leaves of one kind, each of them one that SQL answers alone. */
export function buildLeaves(kind: HeldKind, count: number, seed: number): readonly Leaf[] {
  return fc.sample(leavesOf[kind], { numRuns: count, seed })
}

/** Any expression of at most so many branches above a leaf. */
export function exprOf(depth: number): fc.Arbitrary<Expr> {
  if (depth === 0) return leaf
  const part = exprOf(depth - 1)
  const of = fc.array(part, { maxLength: 3 })
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 3, arbitrary: fc.record({ op: fc.constant('all'), of }) },
    { weight: 3, arbitrary: fc.record({ op: fc.constant('any'), of }) },
    { weight: 2, arbitrary: fc.record({ op: fc.constant('not'), of: part }) },
    { weight: 2, arbitrary: fc.record({ op: fc.constant('atLeast'), n: fc.integer({ min: 0, max: 4 }), of }) },
    { weight: 1, arbitrary: fc.record({ op: fc.constant('unless'), rule: part, exception: part }) },
    { weight: 1, arbitrary: fc.record({ op: fc.constant('exceptWhen'), rule: part, exception: part }) },
    { weight: 1, arbitrary: fc.record({ op: fc.constant('ifThen'), if: part, then: part }) },
    { weight: 1, arbitrary: fc.record({ op: fc.constant('measuredAny'), min: fc.constant(1), of }) },
  )
}

const withinDays = fc.constantFrom(14, 28, 0, 1_000_000)

const diagnosis: fc.Arbitrary<Leaf> = fc.record(
  {
    op: fc.constant('diagnosis'),
    entities: fc.subarray(['gi-flc', 'hn-sdc', 'hn-salivary', 'digestive', 'sa-lms', 'pd-rhabdoid'], { minLength: 1 }),
    morphology: fc.constantFrom(['8171/3'], ['8500/3', '8140'], ['8890/3', '9999/9']),
    confirmation: fc.constantFrom('any', 'histology', 'histologyOrCytology'),
  },
  { requiredKeys: ['op', 'entities'] },
)

const age: fc.Arbitrary<Leaf> = fc
  .record({
    limits: fc.constantFrom(
      { min: 18 },
      { min: 18, minInclusive: false },
      { max: 70 },
      { max: 70, maxInclusive: false },
      { min: 12, max: 70, maxInclusive: true },
      { min: 71 },
      { min: 3000 },
    ),
    unit: fc.constantFrom('years', 'months'),
  })
  .map(({ limits, unit }) => ({ op: 'age', unit, ...(unit === 'years' ? limits : inMonths(limits)) }))

function inMonths({ min, max, ...limits }: Omit<AgeLeaf, 'op' | 'unit'>): Omit<AgeLeaf, 'op' | 'unit'> {
  return {
    ...limits,
    ...(min === undefined ? {} : { min: 12 * min }),
    ...(max === undefined ? {} : { max: 12 * max }),
  }
}

const sex: fc.Arbitrary<Leaf> = fc.record({
  op: fc.constant('sex'),
  in: fc.subarray<Sex>(['female', 'male', 'indeterminate'], { minLength: 1 }),
})

const performanceStatus: fc.Arbitrary<Leaf> = fc
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
      withinDays,
    },
    { requiredKeys: ['asked'] },
  )
  .map(({ asked, ...window }) => ({ ...asked, ...window }))

const lab: fc.Arbitrary<Leaf> = fc
  .record(
    {
      asked: fc.constantFrom(
        { analyte: 'anc', value: 1.5, unit: '10*9/L' },
        { analyte: 'anc', value: 1500, unit: '/mm3' },
        { analyte: 'anc', value: 0, unit: '10*9/L' },
        { analyte: 'anc', value: 1, unit: 'xLLN' },
        { analyte: 'haemoglobin', value: 90, unit: 'g/L' },
        { analyte: 'haemoglobin', value: 9, unit: 'g/dL' },
        { analyte: 'haemoglobin', value: 1, unit: 'xLLN' },
        { analyte: 'haemoglobin', value: 1, unit: 'xULN' },
        { analyte: 'bilirubin', value: 1.5, unit: 'xULN' },
        { analyte: 'bilirubin', value: 1, unit: 'mg/dL' },
        { analyte: 'creatinine', value: 132.6, unit: 'umol/L' },
        { analyte: 'creatinine', value: 1.5, unit: 'mg/dL' },
        { analyte: 'inr', value: 1.5, unit: 'ratio' },
        { analyte: 'inr', value: 1, unit: 'xULN' },
      ),
      cmp: fc.constantFrom<Comparison>('<', '<=', '=', '>=', '>'),
      withinDays,
    },
    { requiredKeys: ['asked', 'cmp'] },
  )
  .map(({ asked, ...question }) => ({ op: 'lab', ...asked, ...question }))

const variant: fc.Arbitrary<Leaf> = fc.record(
  {
    op: fc.constant('biomarker'),
    type: fc.constant('variant'),
    gene: fc.constantFrom('BRAF', 'KIT', 'NRAS'),
    hgvsP: fc.constantFrom('p.V600E', 'Val600Glu', 'p.Val600*', 'p.Arg213Ter', 'p.Asp816Val', '?'),
    result: fc.constantFrom('present', 'positive', 'absent', 'mutated'),
  },
  { requiredKeys: ['op', 'type', 'gene', 'result'] },
)

const biomarker: fc.Arbitrary<Leaf> = fc.oneof(
  variant,
  fc.constantFrom<Leaf>(
    { op: 'biomarker', type: 'msi', result: 'MSI-H' },
    { op: 'biomarker', type: 'mmr', result: 'dMMR' },
    { op: 'biomarker', type: 'cna', gene: 'ERBB2', result: 'amplified' },
    { op: 'biomarker', type: 'cna', gene: 'ERBB2', result: 'failed' },
    { op: 'biomarker', type: 'ihc', marker: 'her2', result: 'positive' },
    { op: 'biomarker', type: 'ihc', marker: 'HER2', result: 'absent' },
  ),
)

const stage: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record(
    {
      op: fc.constant('stage'),
      system: fc.constant('TNM8'),
      group: fc.constantFrom(['III'], ['IIIA', 'IV'], ['I', 'II']),
      t: fc.constantFrom(['T4'], ['T4a'], ['T1', 'T2']),
      n: fc.constantFrom(['N1'], ['N0']),
      m: fc.constantFrom(['M0'], ['M1']),
    },
    { requiredKeys: ['op', 'system', 'm'] },
  ),
  fc.record({
    op: fc.constant('stage'),
    system: fc.constant('FIGO'),
    group: fc.subarray(['II', 'III', 'IIIC', 'IVB'], { minLength: 1 }),
  }),
)

const leavesOf: Readonly<Record<HeldKind, fc.Arbitrary<Leaf>>> = {
  diagnosis,
  age,
  sex,
  ps: performanceStatus,
  lab,
  biomarker,
  stage,
}

/** Kinds without columns, and questions of a held kind that the columns do not answer. */
const notHeld = fc.constantFrom<Leaf>(
  ...sampleLeaves.filter(({ op }) => !heldKinds.some((kind) => kind === op)),
  { op: 'age', unit: 'years', min: 18, at: 'diagnosis' },
  { op: 'lab', analyte: 'hcg', cmp: '=', value: 'negative', unit: 'qual' },
  { op: 'lab', analyte: 'anc', cmp: '>=', value: 1.5, unit: 'stone' },
  { op: 'stage', system: 'FIGO', t: ['T4'] },
  { op: 'biomarker', type: 'variant', gene: 'BRAF', hgvsP: 'p.V6*', result: 'present' },
  { op: 'biomarker', type: 'fusion', genes: ['*', 'NTRK1'], result: 'present' },
  { op: 'biomarker', type: 'ihc', marker: 'HER2', result: 'equivocal' },
  { op: 'biomarker', type: 'msi', result: 'MSI-H', centralReview: true },
)

const leaf = fc.oneof(...Object.values(leavesOf).map((arbitrary) => ({ weight: 3, arbitrary })), {
  weight: 2,
  arbitrary: notHeld,
})
