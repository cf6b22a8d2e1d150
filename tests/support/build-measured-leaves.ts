import fc from 'fast-check'
import type { BiomarkerLeaf, Comparison, Leaf } from '../../domain/eligibility/leaf.ts'

const withinDays = fc.constantFrom(14, 28, 0, 1_000_000)
const cmp = fc.constantFrom<Comparison>('<', '<=', '=', '>=', '>')

/** A word can only be equal. */
function ofWord({ value }: { readonly value: number | string }) {
  return typeof value === 'string' ? ({ cmp: '=' } as const) : {}
}

/** Numbers in one unit and another, multiples of the limits of normal, and words. */
export const lab: fc.Arbitrary<Leaf> = fc
  .record(
    {
      asked: fc.constantFrom(
        { analyte: 'anc', value: 1.5, unit: '10*9/L' },
        { analyte: 'anc', value: 1500, unit: '/mm3' },
        { analyte: 'anc', value: 0, unit: '10*9/L' },
        { analyte: 'anc', value: 1, unit: 'xLLN' },
        { analyte: 'haemoglobin', value: 90, unit: 'g/L' },
        { analyte: 'haemoglobin', value: 9, unit: 'g/dL' },
        { analyte: 'haemoglobin', value: 1, unit: 'xULN' },
        { analyte: 'bilirubin', value: 1.5, unit: 'xULN' },
        { analyte: 'bilirubin', value: 1, unit: 'mg/dL' },
        { analyte: 'creatinine', value: 132.6, unit: 'umol/L' },
        { analyte: 'creatinine', value: 1.5, unit: 'mg/dL' },
        { analyte: 'inr', value: 1.5, unit: 'ratio' },
        { analyte: 'inr', value: 1, unit: 'xULN' },
        { analyte: 'hcg', value: 'negative', unit: 'qual' },
        { analyte: 'hcg', value: 'positive', unit: 'qual' },
        { analyte: 'urine-protein-dip', value: 1, unit: 'plus' },
        { analyte: 'gfr-measured', value: 50, unit: 'mL/min' },
        { analyte: 'gfr-measured', value: 0.05, unit: 'L/min' },
        { analyte: 'gfr-measured', value: 1, unit: 'xULN' },
        { analyte: 'crcl-cg', value: 50, unit: 'mL/min' },
        { analyte: 'crcl-cg', value: 0.06, unit: 'L/min' },
        { analyte: 'crcl-cg', value: 1, unit: 'xULN' },
      ),
      cmp,
      withinDays,
    },
    { requiredKeys: ['asked', 'cmp'] },
  )
  .map(({ asked, ...question }) => ({ op: 'lab', ...asked, ...question, ...ofWord(asked) }))

/** Results of any age beside the limits of normal of their own reports. */
export const labOfNormal: fc.Arbitrary<Leaf> = fc
  .tuple(
    fc.constantFrom('anc', 'haemoglobin', 'bilirubin', 'creatinine', 'inr', 'gfr-measured'),
    fc.constantFrom({ cmp: '<=', value: 1.5, unit: 'xULN' } as const, { cmp: '>=', value: 1, unit: 'xLLN' } as const),
  )
  .map(([analyte, limit]) => ({ op: 'lab', analyte, ...limit, withinDays: 1_000_000 }))

export const observation: fc.Arbitrary<Leaf> = fc
  .record(
    {
      asked: fc.constantFrom(
        { concept: 'lvef', value: 50, unit: '%' },
        { concept: 'lvef', value: 1, unit: 'xLLN' },
        { concept: 'qtcf', value: 470, unit: 'ms' },
        { concept: 'qtcf', value: 0.47, unit: 's' },
        { concept: 'systolic-bp', value: 150, unit: 'mmHg' },
        { concept: 'weight', value: 40, unit: 'kg' },
      ),
      cmp,
      withinDays,
    },
    { requiredKeys: ['asked', 'cmp'] },
  )
  .map(({ asked, ...question }) => ({ op: 'observation', ...asked, ...question, ...ofWord(asked) }))

const variant: fc.Arbitrary<BiomarkerLeaf> = fc.record(
  {
    op: fc.constant('biomarker'),
    type: fc.constant('variant'),
    gene: fc.constantFrom('BRAF', 'KIT', 'NRAS', 'Braf '),
    hgvsP: fc.constantFrom(
      ...['p.V600E', 'Val600Glu', 'p.Val600*', 'p.V6*', 'p.Arg213Ter', 'R213X', 'p.Asp816Val'],
      ...['p.Val600*', 'p.Val600Ter', 'V600fs', 'V600_K601*', 'p.Met1?', 'p.Arg213*'],
    ),
    result: fc.constantFrom('present', 'present', 'absent'),
  },
  { requiredKeys: ['op', 'type', 'gene', 'result'] },
)

/** Answered from each test, and not from the stored answers. */
const reviewedVariant: fc.Arbitrary<BiomarkerLeaf> = fc.constantFrom({}, { hgvsP: 'p.Val600*' }).map((asked) => ({
  ...{ op: 'biomarker', type: 'variant', gene: 'BRAF', result: 'present', centralReview: true },
  ...asked,
}))

const worded = fc.constantFrom<BiomarkerLeaf>(
  { op: 'biomarker', type: 'msi', result: 'MSI-H' },
  { op: 'biomarker', type: 'mmr', result: 'dMMR' },
  { op: 'biomarker', type: 'cna', gene: 'ERBB2', result: 'amplified' },
  { op: 'biomarker', type: 'cna', gene: 'erbb2', result: 'not-amplified' },
  { op: 'biomarker', type: 'cna', gene: 'HER2', result: 'amplified' },
  { op: 'biomarker', type: 'ihc', marker: 'her2', result: 'present' },
  { op: 'biomarker', type: 'ihc', marker: 'HER-2', result: 'absent' },
  { op: 'biomarker', type: 'ihc', marker: 'HER2', result: 'equivocal' },
)

const measured = fc
  .record({
    asked: fc.constantFrom<BiomarkerLeaf>(
      { op: 'biomarker', type: 'ihc', marker: 'AR', value: 6, unit: 'IRS' },
      { op: 'biomarker', type: 'ihc', marker: 'ar', value: 0, unit: 'IRS' },
      { op: 'biomarker', type: 'ihc', marker: 'HER2', value: 3, unit: 'plus' },
      { op: 'biomarker', type: 'tmb', value: 10, unit: 'mut/Mb' },
    ),
    cmp,
  })
  .map(({ asked, ...question }): BiomarkerLeaf => ({ ...asked, ...question }))

const paired = fc.constantFrom<BiomarkerLeaf>(
  { op: 'biomarker', type: 'fusion', genes: ['*', 'NTRK1'], result: 'present' },
  { op: 'biomarker', type: 'fusion', genes: ['*', 'NTRK1|NTRK2'], result: 'present' },
  { op: 'biomarker', type: 'fusion', genes: ['EWSR1', 'FLI1'], result: 'present' },
  { op: 'biomarker', type: 'fusion', genes: ['FLI1|ERG', 'EWSR1'], result: 'present' },
  { op: 'biomarker', type: 'fusion', genes: ['etv6', 'NTRK1 |ntrk2'], result: 'present' },
  { op: 'biomarker', type: 'fusion', genes: ['*', '*'], result: 'present' },
)

const typed = fc.record({
  op: fc.constant('biomarker'),
  type: fc.constant('hla'),
  gene: fc.constantFrom('HLA-A', 'hla-a', 'A'),
  allele: fc.constantFrom('02:01', '02', '03:01', '02:01:01'),
  result: fc.constantFrom('positive', 'positive', 'negative'),
})

export const biomarker: fc.Arbitrary<Leaf> = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: variant }, reviewedVariant, worded, measured, paired, typed),
    fc.constantFrom({}, {}, {}, { centralReview: true }),
  )
  .map(([asked, review]) => ({ ...asked, ...review }))
