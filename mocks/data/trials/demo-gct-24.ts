import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for Testicular germ cell tumour; Extragonadal germ cell tumour. */
export const demoGct24: TrialPlan = {
  registryId: 'DEMO-GCT-24',
  title: 'Standard or high-dose chemotherapy for relapsed germ cell tumour',
  acronym: 'GERMINAL',
  phases: ['PHASE3'],
  sponsor: 'Eastholm Centre for Cancer Trials (fictional)',
  summary: 'Compares standard with high-dose chemotherapy for germ cell tumours that came back after cisplatin.',
  modelledOn: null,
  conditions: [
    { text: 'Testicular germ cell tumour', cancerTypeIds: ['gu-testis'] },
    { text: 'Extragonadal germ cell tumour', cancerTypeIds: ['gu-exgct'] },
  ],
  cancerTypeIds: ['gu-testis', 'gu-exgct'],
  isBasket: false,
  interventions: [
    { type: 'DRUG', name: 'Paclitaxel, ifosfamide and cisplatin' },
    { type: 'DRUG', name: 'High-dose carboplatin and etoposide' },
  ],
  arms: [
    {
      label: 'Standard dose',
      type: 'ACTIVE_COMPARATOR',
      description: null,
      interventionNames: ['Drug: Paclitaxel, ifosfamide and cisplatin'],
    },
    {
      label: 'High dose',
      type: 'EXPERIMENTAL',
      description: null,
      interventionNames: ['Drug: High-dose carboplatin and etoposide'],
    },
  ],
  cohorts: [],
  recruitmentStatus: 'open',
  anchor: 'randomisation',
  urgency: 'routine',
  globalEnrolment: 290,
  hasResults: false,
  sites: [
    { code: 'ZZ002', status: 'open', openedDaysAgo: 480, slots: 2, confirmedDaysAgo: 16 },
    { code: 'ZZ003', status: 'open', openedDaysAgo: 450, slots: 1, confirmedDaysAgo: 28 },
    { code: 'ZZ001', status: 'open', openedDaysAgo: 440, slots: 1, confirmedDaysAgo: 9 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Germ cell tumour of the testis or outside the gonads',
      expr: { op: 'diagnosis', entities: ['gu-testis', 'gu-exgct'], confirmation: 'any' },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'Male, aged 16 years or older',
      expr: {
        op: 'all',
        of: [
          { op: 'sex', in: ['male'] },
          { op: 'age', unit: 'years', min: 16 },
        ],
      },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'Relapse or progression after first-line cisplatin',
      expr: {
        op: 'all',
        of: [
          { op: 'therapy', any: ['cisplatin'], setting: ['first-line'] },
          { op: 'diseaseStatus', in: ['recurrent', 'progressive'], after: 'firstLine' },
        ],
      },
    },
    {
      id: 'I4',
      kind: 'inclusion',
      class: 'hard',
      text: 'Measurable disease, or AFP or hCG above the upper limit of normal',
      expr: {
        op: 'any',
        of: [
          { op: 'measurableDisease', by: 'RECIST1.1' },
          { op: 'lab', analyte: 'afp', cmp: '>', value: 1, unit: 'xULN', withinDays: 14 },
          { op: 'lab', analyte: 'hcg-quantitative', cmp: '>', value: 1, unit: 'xULN', withinDays: 14 },
        ],
      },
    },
    {
      id: 'I5',
      kind: 'inclusion',
      class: 'hard',
      text: 'ECOG performance status 0 to 2',
      expr: { op: 'ps', scale: 'ECOG', in: [0, 1, 2] },
    },
    {
      id: 'I6',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Neutrophils at least 1.0 x10^9/L and platelets at least 100 x10^9/L',
      expr: {
        op: 'all',
        of: [
          { op: 'lab', analyte: 'anc', cmp: '>=', value: 1.0, unit: '10*9/L', withinDays: 14 },
          { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L', withinDays: 14 },
        ],
      },
    },
    {
      id: 'I7',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Creatinine clearance at least 50 mL/min',
      expr: { op: 'lab', analyte: 'crcl-cg', cmp: '>=', value: 50, unit: 'mL/min', withinDays: 28 },
    },
    {
      id: 'I8',
      kind: 'inclusion',
      class: 'judgement',
      text: 'Fit for high-dose chemotherapy',
      expr: { op: 'attest', by: 'clinician', text: 'Fit for high-dose chemotherapy' },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'hard',
      text: 'Previous high-dose chemotherapy',
      expr: { op: 'therapy', any: ['myeloablative'] },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'hard',
      text: 'Neuropathy CTCAE grade 2 or worse',
      expr: { op: 'toxicity', term: 'peripheral-neuropathy', gradeMin: 2 },
    },
    {
      id: 'E3',
      kind: 'exclusion',
      class: 'hard',
      text: 'Another cancer within 5 years, except treated non-melanoma skin cancer',
      expr: {
        op: 'exceptWhen',
        rule: { op: 'otherMalignancy', withinDays: 1826 },
        exception: { op: 'otherMalignancy', onlyTypes: ['nmsc-treated'] },
      },
    },
  ],
}
