import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for Neuroblastoma. */
export const demoNbl18: TrialPlan = {
  registryId: 'DEMO-NBL-18',
  title: 'Anti-GD2 antibody with chemotherapy for relapsed or refractory neuroblastoma',
  acronym: 'NEUROBEAT',
  phases: ['PHASE2'],
  sponsor: 'Wexleigh Trials Office (fictional)',
  summary: 'Adds an anti-GD2 antibody to chemotherapy for neuroblastoma that has come back or did not respond.',
  modelledOn: null,
  conditions: [{ text: 'Neuroblastoma', cancerTypeIds: ['pd-neuroblastoma'] }],
  cancerTypeIds: ['pd-neuroblastoma'],
  isBasket: false,
  interventions: [
    { type: 'BIOLOGICAL', name: 'Anti-GD2 antibody' },
    { type: 'DRUG', name: 'Irinotecan and temozolomide' },
  ],
  arms: [
    {
      label: 'Antibody and chemotherapy',
      type: 'EXPERIMENTAL',
      description: null,
      interventionNames: ['Biological: Anti-GD2 antibody', 'Drug: Irinotecan and temozolomide'],
    },
    {
      label: 'Chemotherapy',
      type: 'ACTIVE_COMPARATOR',
      description: null,
      interventionNames: ['Drug: Irinotecan and temozolomide'],
    },
  ],
  cohorts: [],
  recruitmentStatus: 'open',
  anchor: 'randomisation',
  urgency: 'routine',
  globalEnrolment: 160,
  hasResults: false,
  sites: [
    { code: 'ZZ009', status: 'open', openedDaysAgo: 450, slots: 2, confirmedDaysAgo: 10 },
    { code: 'ZZ001', status: 'open', openedDaysAgo: 430, slots: 1, confirmedDaysAgo: 18 },
    { code: 'ZZ002', status: 'open', openedDaysAgo: 400, slots: 1, confirmedDaysAgo: 29 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Histologically confirmed neuroblastoma',
      expr: { op: 'diagnosis', entities: ['pd-neuroblastoma'], confirmation: 'histology' },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'Relapsed or refractory disease',
      expr: { op: 'diseaseStatus', in: ['recurrent', 'refractory'] },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'Aged 1 year or older and under 21',
      expr: { op: 'age', unit: 'years', min: 1, max: 21, maxInclusive: false },
    },
    {
      id: 'I4',
      kind: 'inclusion',
      class: 'hard',
      text: 'Lansky at least 50 if under 16 years, otherwise Karnofsky at least 50',
      expr: {
        op: 'caseWhen',
        cases: [
          {
            when: { op: 'age', unit: 'years', max: 16, maxInclusive: false },
            then: { op: 'ps', scale: 'Lansky', min: 50 },
          },
        ],
        else: { op: 'ps', scale: 'Karnofsky', min: 50 },
      },
    },
    {
      id: 'I5',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Neutrophils at least 0.75 x10^9/L and platelets at least 50 x10^9/L',
      expr: {
        op: 'all',
        of: [
          { op: 'lab', analyte: 'anc', cmp: '>=', value: 0.75, unit: '10*9/L', withinDays: 14 },
          { op: 'lab', analyte: 'platelets', cmp: '>=', value: 50, unit: '10*9/L', withinDays: 14 },
        ],
      },
    },
    {
      id: 'I6',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Creatinine no more than 1.5 x ULN for age',
      expr: { op: 'lab', analyte: 'creatinine', cmp: '<=', value: 1.5, unit: 'xULN', withinDays: 14 },
    },
    {
      id: 'I7',
      kind: 'inclusion',
      class: 'correctable',
      text: 'ALT no more than 5 x ULN',
      expr: { op: 'lab', analyte: 'alt', cmp: '<=', value: 5, unit: 'xULN', withinDays: 14 },
    },
    {
      id: 'I8',
      kind: 'inclusion',
      class: 'judgement',
      text: 'Fit for chemo-immunotherapy in the opinion of the investigator',
      expr: { op: 'attest', by: 'clinician', text: 'Fit for chemo-immunotherapy' },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'washout',
      text: 'Chemotherapy within 21 days',
      expr: { op: 'therapy', any: ['chemotherapy'], withinDays: 21 },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'washout',
      text: 'High-dose chemotherapy with stem cell rescue within 90 days',
      expr: { op: 'therapy', any: ['myeloablative'], withinDays: 90 },
    },
    {
      id: 'E3',
      kind: 'exclusion',
      class: 'correctable',
      text: 'Active infection in need of treatment',
      expr: {
        op: 'all',
        of: [
          { op: 'condition', concept: 'active-infection', status: 'active' },
          { op: 'attest', by: 'clinician', text: 'The infection needs treatment' },
        ],
      },
    },
  ],
}
