import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for Astrocytoma, IDH-mutant; Oligodendroglioma. */
export const demoGli17: TrialPlan = {
  registryId: 'DEMO-GLI-17',
  title: 'Inhibitor of mutant IDH after surgery for glioma of grade 2 or 3',
  acronym: 'GLIODENT',
  phases: ['PHASE3'],
  sponsor: 'Halcyon Oncology Research (fictional)',
  summary: 'An inhibitor of mutant IDH, taken by mouth, for glioma of grade 2 or 3 after surgery alone.',
  modelledOn: null,
  conditions: [
    { text: 'Astrocytoma, IDH-mutant', cancerTypeIds: ['cns-astroidh'] },
    { text: 'Oligodendroglioma', cancerTypeIds: ['cns-oligo'] },
  ],
  cancerTypeIds: ['cns-astroidh', 'cns-oligo'],
  isBasket: false,
  interventions: [{ type: 'DRUG', name: 'Inhibitor of mutant IDH' }],
  arms: [
    {
      label: 'Inhibitor',
      type: 'EXPERIMENTAL',
      description: null,
      interventionNames: ['Drug: Inhibitor of mutant IDH'],
    },
    { label: 'Placebo', type: 'PLACEBO_COMPARATOR', description: null, interventionNames: [] },
  ],
  cohorts: [],
  recruitmentStatus: 'open',
  anchor: 'randomisation',
  urgency: 'routine',
  globalEnrolment: 280,
  hasResults: false,
  sites: [
    { code: 'ZZ001', status: 'open', openedDaysAgo: 45, slots: 4, confirmedDaysAgo: 3 },
    { code: 'ZZ006', status: 'open', openedDaysAgo: 24, slots: 3, confirmedDaysAgo: 8 },
    { code: 'ZZ003', status: 'setup', openedDaysAgo: null, slots: null, confirmedDaysAgo: 15 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Astrocytoma or oligodendroglioma, proven by histology',
      expr: { op: 'diagnosis', entities: ['cns-astroidh', 'cns-oligo'], confirmation: 'histology' },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'IDH1 codon 132 or IDH2 codon 172 mutation',
      expr: {
        op: 'any',
        of: [
          { op: 'biomarker', type: 'variant', gene: 'IDH1', hgvsP: 'p.Arg132*', result: 'present' },
          { op: 'biomarker', type: 'variant', gene: 'IDH2', hgvsP: 'p.Arg172*', result: 'present' },
        ],
      },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'WHO grade 2 or 3',
      expr: { op: 'grade', in: ['WHO2', 'WHO3'] },
    },
    {
      id: 'I4',
      kind: 'inclusion',
      class: 'timeLimited',
      text: 'Operated between 8 weeks and 5 years ago',
      expr: { op: 'interval', from: 'surgery.primary-resection', to: 'anchor', minDays: 56, maxDays: 1826 },
    },
    {
      id: 'I5',
      kind: 'inclusion',
      class: 'hard',
      text: 'Aged 16 years or older',
      expr: { op: 'age', unit: 'years', min: 16 },
    },
    {
      id: 'I6',
      kind: 'inclusion',
      class: 'hard',
      text: 'Karnofsky performance status at least 80, or ECOG 0 or 1',
      expr: {
        op: 'any',
        of: [
          { op: 'ps', scale: 'Karnofsky', min: 80 },
          { op: 'ps', scale: 'ECOG', in: [0, 1] },
        ],
      },
    },
    {
      id: 'I7',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Neutrophils at least 1.5 x10^9/L, platelets at least 100 x10^9/L and haemoglobin at least 90 g/L',
      expr: {
        op: 'all',
        of: [
          { op: 'lab', analyte: 'anc', cmp: '>=', value: 1.5, unit: '10*9/L', withinDays: 28 },
          { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L', withinDays: 28 },
          { op: 'lab', analyte: 'haemoglobin', cmp: '>=', value: 90, unit: 'g/L', withinDays: 28 },
        ],
      },
    },
    {
      id: 'I8',
      kind: 'inclusion',
      class: 'correctable',
      text: 'ALT and AST no more than 1.5 x ULN (at least one must be measured)',
      expr: {
        op: 'measuredAny',
        min: 1,
        of: [
          { op: 'lab', analyte: 'alt', cmp: '<=', value: 1.5, unit: 'xULN', withinDays: 28 },
          { op: 'lab', analyte: 'ast', cmp: '<=', value: 1.5, unit: 'xULN', withinDays: 28 },
        ],
      },
    },
    {
      id: 'I9',
      kind: 'inclusion',
      class: 'judgement',
      text: 'No need for immediate radiotherapy or chemotherapy, in the opinion of the team',
      expr: { op: 'attest', by: 'clinician', text: 'No need for immediate radiotherapy or chemotherapy' },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'hard',
      text: 'Previous radiotherapy or chemotherapy for the glioma',
      expr: { op: 'therapy', any: ['radiotherapy', 'chemotherapy'], forCurrentCancer: true },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'washout',
      text: 'Enzyme-inducing antiepileptic medicine within 14 days',
      expr: { op: 'medication', concept: 'enzyme-inducing-antiepileptic', withinDays: 14 },
    },
    {
      id: 'E3',
      kind: 'exclusion',
      class: 'hard',
      text: 'Pregnant or breastfeeding',
      expr: {
        op: 'any',
        of: [
          { op: 'condition', concept: 'pregnancy', status: 'active' },
          { op: 'condition', concept: 'breastfeeding', status: 'active' },
        ],
      },
    },
  ],
}
