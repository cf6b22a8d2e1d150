import { describe, expect, test } from 'vitest'
import type { Expr } from './criterion.ts'
import { operations } from './node-shapes.ts'
import { ruleText } from './rule-text.ts'
import { sampleLeaves } from './sample-leaves.ts'

const anc: Expr = { op: 'lab', analyte: 'anc', cmp: '>=', value: 1.5, unit: '10*9/L' }
const platelets: Expr = { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L', withinDays: 28 }
const gilbert: Expr = { op: 'condition', concept: 'gilbert-syndrome', status: 'active' }
const ecog: Expr = { op: 'ps', scale: 'ECOG', in: [0, 1] }

const examples: readonly (readonly [Expr, string])[] = [
  [{ op: 'all', of: [anc, platelets] }, 'ANC at least 1.5 ×10⁹/L and platelets at least 100 ×10⁹/L within 28 days'],
  [{ op: 'any', of: [anc, gilbert] }, "ANC at least 1.5 ×10⁹/L or active Gilbert's syndrome"],
  [{ op: 'not', of: gilbert }, "no active Gilbert's syndrome"],
  [{ op: 'atLeast', n: 1, of: [anc, gilbert] }, "at least 1 of: ANC at least 1.5 ×10⁹/L; active Gilbert's syndrome"],
  [{ op: 'unless', rule: anc, exception: gilbert }, "ANC at least 1.5 ×10⁹/L, unless active Gilbert's syndrome"],
  [
    { op: 'exceptWhen', rule: anc, exception: gilbert },
    "ANC at least 1.5 ×10⁹/L, except when active Gilbert's syndrome",
  ],
  [{ op: 'ifThen', if: gilbert, then: anc }, "if active Gilbert's syndrome, then ANC at least 1.5 ×10⁹/L"],
  [
    { op: 'caseWhen', cases: [{ when: gilbert, then: anc }], else: ecog },
    "ANC at least 1.5 ×10⁹/L if active Gilbert's syndrome; otherwise ECOG performance status 0 or 1",
  ],
  [
    { op: 'measuredAny', min: 1, of: [anc, platelets] },
    'at least 1 measured, and all that are measured: ANC at least 1.5 ×10⁹/L; platelets at least 100 ×10⁹/L within 28 days',
  ],
  [{ op: 'cohort', assign: [{ cohort: 'A', when: anc }] }, 'cohort A: ANC at least 1.5 ×10⁹/L'],
  [{ op: 'inCohort', cohort: 'A', expr: anc }, 'in cohort A only: ANC at least 1.5 ×10⁹/L'],

  [{ op: 'age', unit: 'years', min: 18 }, 'aged at least 18 years'],
  [{ op: 'age', unit: 'years', min: 4, max: 50, maxInclusive: false }, 'aged at least 4 and under 50 years'],
  [{ op: 'sex', in: ['male'] }, 'male'],
  [
    { op: 'diagnosis', entities: ['gi-flc'], confirmation: 'histology' },
    'diagnosis Fibrolamellar carcinoma of liver, proven by histology',
  ],
  [{ op: 'morphology', range: ['8051', '8086'] }, 'morphology 8051 to 8086'],
  [{ op: 'topography', in: ['C22.0'] }, 'topography C22.0'],
  [{ op: 'grade', in: ['G1', 'G2'] }, 'tumour grade G1 or G2'],
  [{ op: 'stage', system: 'TNM8', group: ['III'], m: ['M0'] }, 'TNM8 stage III, M0'],
  [
    { op: 'diseaseExtent', in: ['locally-advanced', 'metastatic'] },
    'extent of disease: locally advanced or metastatic',
  ],
  [
    { op: 'diseaseStatus', in: ['refractory'], withinDays: 365 },
    'disease status: refractory within 12 months (365 days)',
  ],
  [
    { op: 'progression', relativeTo: 'firstLine.end', withinDays: 84 },
    'progression during first-line treatment or within 84 days of its end',
  ],
  [{ op: 'bestResponse', in: ['CR', 'PR'], to: 'firstLine' }, 'best response CR or PR to first-line treatment'],
  [{ op: 'measurableDisease', by: 'RECIST1.1' }, 'measurable disease by RECIST 1.1'],
  [
    { op: 'metastasis', site: 'cns', status: 'stable', forAtLeastDays: 14 },
    'CNS metastasis stable for at least 14 days',
  ],
  [ecog, 'ECOG performance status 0 or 1'],
  [{ op: 'lab', analyte: 'bilirubin', cmp: '<=', value: 1.5, unit: 'xULN' }, 'bilirubin at most 1.5 × ULN'],
  [
    { op: 'observation', concept: 'systolic-bp', cmp: '<=', value: 150, unit: 'mm[Hg]' },
    'systolic blood pressure at most 150 mmHg',
  ],
  [{ op: 'score', name: 'child-pugh', in: ['A'] }, 'Child-Pugh class A'],
  [{ op: 'biomarker', type: 'variant', gene: 'KIT', result: 'present' }, 'KIT variant present'],
  [
    { op: 'biomarker', type: 'variant', gene: 'IDH1', hgvsP: 'p.Arg132*', result: 'present' },
    'IDH1 (any change at Arg132) present',
  ],
  [
    { op: 'biomarker', type: 'tmb', cmp: '>=', value: 10, unit: 'mut/Mb' },
    'Tumour mutational burden at least 10 mut/Mb',
  ],
  [
    { op: 'therapy', any: ['TKI'], withinDays: 14, orHalfLives: 5, whichever: 'longer' },
    'previous TKI within 14 days or 5 half-lives, whichever is longer',
  ],
  [{ op: 'linesOfTherapy', setting: ['palliative'], min: 1 }, 'at least 1 line of systemic treatment (palliative)'],
  [{ op: 'linesOfTherapy', setting: ['any'], max: 0 }, 'no lines of systemic treatment'],
  [{ op: 'surgery', procedure: 'major', withinDays: 28 }, 'major surgery within 28 days'],
  [
    { op: 'medication', concept: 'systemic-corticosteroid', withinDays: 14, doseMgPredEqMin: 10, doseCmp: '>' },
    'systemic corticosteroid taken, more than 10 mg prednisolone or equivalent a day within 14 days',
  ],
  [{ op: 'condition', concept: 'active-infection', status: 'active' }, 'active infection'],
  [{ op: 'infection', agent: 'HIV', result: 'positive' }, 'HIV positive'],
  [{ op: 'toxicity', term: 'peripheral-neuropathy', gradeMin: 2 }, 'peripheral neuropathy of grade 2 or worse'],
  [{ op: 'otherMalignancy', withinDays: 1826 }, 'another cancer within 5 years (1826 days)'],
  [{ op: 'childbearingPotential' }, 'of childbearing potential'],
  [
    { op: 'interval', from: 'firstLine.end', to: 'anchor', maxDays: 84 },
    'at most 84 days since the end of first-line treatment',
  ],
  [{ op: 'standardOptions', in: ['exhausted'] }, 'standard treatment options: exhausted'],
  [{ op: 'rareCancer', definition: 'RARECARE' }, 'a rare cancer by RARECARE'],
  [{ op: 'centralReview', type: 'mtb', result: 'recommended' }, 'Molecular tumour board: recommended'],
  [{ op: 'attest', by: 'clinician', text: 'Fit for surgery' }, 'clinician says “Fit for surgery”'],
]

test.each(examples)('%#: a rule in words', (expr, words) => {
  expect(ruleText(expr)).toBe(words)
})

test('there is an example of every word of the language', () => {
  expect(operations.filter((op) => !examples.some(([expr]) => expr.op === op))).toEqual([])
})

test('an "or" inside a part is never read as belonging to the whole', () => {
  const expr: Expr = { op: 'all', of: [{ op: 'grade', in: ['G1', 'G2'] }, ecog] }
  expect(ruleText(expr)).toBe('tumour grade G1 or G2; and ECOG performance status 0 or 1')
  const nested: Expr = { op: 'any', of: [anc, { op: 'all', of: [platelets, gilbert] }] }
  expect(ruleText(nested)).toBe(
    "ANC at least 1.5 ×10⁹/L; or (platelets at least 100 ×10⁹/L within 28 days and active Gilbert's syndrome)",
  )
})

test('a window that every part of a list shares is said once', () => {
  const lab = { op: 'lab', cmp: '>=', unit: '10*9/L' } as const
  const both = (withinDays: number): Expr => ({
    op: 'all',
    of: [
      { ...lab, analyte: 'anc', value: 1.5, withinDays: 28 },
      { ...lab, analyte: 'platelets', value: 100, withinDays },
    ],
  })
  expect(ruleText(both(28))).toBe('ANC at least 1.5 ×10⁹/L and platelets at least 100 ×10⁹/L, each within 28 days')
  expect(ruleText(both(14))).toBe(
    'ANC at least 1.5 ×10⁹/L within 28 days and platelets at least 100 ×10⁹/L within 14 days',
  )
})

describe('what a rule turns round is said as what it asks', () => {
  const not = (expr: Expr): Expr => ({ op: 'not', of: expr })
  const platinum: Expr = { op: 'therapy', any: ['platinum'] }
  const brain: Expr = { op: 'metastasis', site: 'cns', status: 'present' }

  test.each<[Expr, string]>([
    [not(not(anc)), 'ANC at least 1.5 ×10⁹/L'],
    [not(anc), 'ANC below 1.5 ×10⁹/L'],
    [not({ op: 'all', of: [not(anc), not(brain)] }), 'ANC at least 1.5 ×10⁹/L or CNS metastasis present'],
    [not({ op: 'any', of: [platinum, brain] }), 'no previous platinum and no CNS metastasis'],
    [
      not({ op: 'unless', rule: not(brain), exception: platinum }),
      'CNS metastasis present, except when previous platinum',
    ],
    [not({ op: 'exceptWhen', rule: brain, exception: platinum }), 'no CNS metastasis; or previous platinum'],
    [{ op: 'exceptWhen', rule: brain, exception: not(platinum) }, 'CNS metastasis present and previous platinum'],
    [{ op: 'unless', rule: brain, exception: not(platinum) }, 'CNS metastasis present; or no previous platinum'],
    [not({ op: 'ifThen', if: platinum, then: ecog }), 'previous platinum; and not ECOG performance status 0 or 1'],
    [not({ op: 'atLeast', n: 2, of: [anc, platinum] }), 'fewer than 2 of: ANC at least 1.5 ×10⁹/L; previous platinum'],
    [not({ op: 'morphology', range: ['8051', '8086'] }), 'morphology other than 8051 to 8086'],
    [
      {
        op: 'exceptWhen',
        rule: { op: 'otherMalignancy', withinDays: 1096 },
        exception: { op: 'otherMalignancy', onlyTypes: ['nmsc-treated', 'cervical-cis'] },
      },
      'another cancer within 3 years (1096 days), other than treated non-melanoma skin cancer or cervical carcinoma in situ',
    ],
    [
      {
        op: 'exceptWhen',
        rule: { op: 'toxicity', term: 'any', gradeMin: 2 },
        exception: { op: 'toxicity', onlyTerms: ['alopecia'], gradeMin: 3 },
      },
      'any toxicity of grade 2 or worse, except when toxicity of alopecia alone of grade 3 or worse',
    ],
  ])('%#', (expr, words) => {
    expect(ruleText(expr)).toBe(words)
  })

  test('and of every sort of question there are such words', () => {
    for (const leaf of sampleLeaves) {
      expect(ruleText(not(leaf))).not.toBe(ruleText(leaf))
      expect(ruleText(not(leaf))).toMatch(/\b(?:no|not|other than|below|above|at least|at most|absent|present)\b/u)
    }
  })
})
