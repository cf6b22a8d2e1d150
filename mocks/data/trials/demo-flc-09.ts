import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for Fibrolamellar carcinoma. */
export const demoFlc09: TrialPlan = {
  registryId: 'DEMO-FLC-09',
  title: 'Fusion peptide vaccine with dual checkpoint inhibition for fibrolamellar carcinoma',
  acronym: 'FIBROVAX',
  phases: ['PHASE1', 'PHASE2'],
  sponsor: 'Northmoor Clinical Trials Unit (fictional)',
  summary:
    'A vaccine against the DNAJB1-PRKACA fusion with two checkpoint inhibitors, for fibrolamellar carcinoma of the liver.',
  modelledOn: null,
  conditions: [{ text: 'Fibrolamellar carcinoma', cancerTypeIds: ['gi-flc'] }],
  cancerTypeIds: ['gi-flc'],
  isBasket: false,
  interventions: [
    { type: 'BIOLOGICAL', name: 'Fusion peptide vaccine' },
    { type: 'BIOLOGICAL', name: 'Two checkpoint inhibitors' },
  ],
  arms: [
    {
      label: 'Single arm',
      type: 'EXPERIMENTAL',
      description: null,
      interventionNames: ['Biological: Fusion peptide vaccine', 'Biological: Two checkpoint inhibitors'],
    },
  ],
  cohorts: [],
  recruitmentStatus: 'setup',
  anchor: 'firstDose',
  urgency: 'routine',
  globalEnrolment: 32,
  hasResults: false,
  sites: [
    { code: 'ZZ001', status: 'setup', openedDaysAgo: null, slots: null, confirmedDaysAgo: 11 },
    { code: 'ZZ002', status: 'setup', openedDaysAgo: null, slots: null, confirmedDaysAgo: 16 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Histologically confirmed unresectable or metastatic fibrolamellar carcinoma',
      expr: {
        op: 'all',
        of: [
          { op: 'diagnosis', entities: ['gi-flc'], confirmation: 'histology' },
          { op: 'diseaseExtent', in: ['unresectable', 'metastatic'] },
        ],
      },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'DNAJB1-PRKACA fusion confirmed (RNA, FISH or NGS)',
      expr: { op: 'biomarker', type: 'fusion', genes: ['DNAJB1', 'PRKACA'], result: 'present' },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'Aged 12 years or older (Lansky 70 or more if under 16; otherwise ECOG 0 or 1)',
      expr: {
        op: 'all',
        of: [
          { op: 'age', unit: 'years', min: 12 },
          {
            op: 'caseWhen',
            cases: [
              {
                when: { op: 'age', unit: 'years', max: 16, maxInclusive: false },
                then: { op: 'ps', scale: 'Lansky', min: 70 },
              },
            ],
            else: { op: 'ps', scale: 'ECOG', in: [0, 1] },
          },
        ],
      },
    },
    {
      id: 'I4',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Child-Pugh class A',
      expr: { op: 'score', name: 'child-pugh', in: ['A'], withinDays: 28 },
    },
    {
      id: 'I5',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Platelets at least 75, albumin at least 28 g/L, INR no more than 1.7',
      expr: {
        op: 'all',
        of: [
          { op: 'lab', analyte: 'platelets', cmp: '>=', value: 75, unit: '10*9/L', withinDays: 28 },
          { op: 'lab', analyte: 'albumin', cmp: '>=', value: 28, unit: 'g/L', withinDays: 28 },
          { op: 'lab', analyte: 'inr', cmp: '<=', value: 1.7, unit: 'ratio', withinDays: 28 },
        ],
      },
    },
    {
      id: 'I6',
      kind: 'inclusion',
      class: 'judgement',
      text: 'Willing to have paired tumour biopsies',
      expr: { op: 'attest', by: 'patient', text: 'Paired biopsies agreed' },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'hard',
      text: 'Liver transplant or other solid organ transplant',
      expr: { op: 'condition', concept: 'solid-organ-transplant', status: 'history' },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'washout',
      text: 'Prednisolone above 10 mg per day or equivalent within 14 days',
      expr: { op: 'medication', concept: 'systemic-corticosteroid', doseMgPredEqMin: 10, doseCmp: '>', withinDays: 14 },
    },
    {
      id: 'E3',
      kind: 'exclusion',
      class: 'hard',
      text: 'Previous grade 3 or worse immune-related adverse event',
      expr: { op: 'toxicity', term: 'immune-related', gradeMin: 3, ever: true },
    },
    {
      id: 'E4',
      kind: 'exclusion',
      class: 'washout',
      text: 'Live vaccine within 28 days',
      expr: { op: 'medication', concept: 'live-vaccine', withinDays: 28 },
    },
  ],
}
