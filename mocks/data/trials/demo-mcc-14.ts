import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for Merkel cell carcinoma. */
export const demoMcc14: TrialPlan = {
  registryId: 'DEMO-MCC-14',
  title: 'Anti-PD-L1 antibody with or without radiotherapy for advanced Merkel cell carcinoma',
  acronym: 'MERKELIT',
  phases: ['PHASE2'],
  sponsor: 'Northmoor Clinical Trials Unit (fictional)',
  summary: 'An anti-PD-L1 antibody with radiotherapy to selected sites for advanced Merkel cell carcinoma.',
  modelledOn: null,
  conditions: [{ text: 'Merkel cell carcinoma', cancerTypeIds: ['ne-merkel'] }],
  cancerTypeIds: ['ne-merkel'],
  isBasket: false,
  interventions: [
    { type: 'BIOLOGICAL', name: 'Anti-PD-L1 antibody' },
    { type: 'RADIATION', name: 'Stereotactic radiotherapy' },
  ],
  arms: [
    {
      label: 'Antibody alone',
      type: 'ACTIVE_COMPARATOR',
      description: null,
      interventionNames: ['Biological: Anti-PD-L1 antibody'],
    },
    {
      label: 'Antibody and radiotherapy',
      type: 'EXPERIMENTAL',
      description: null,
      interventionNames: ['Biological: Anti-PD-L1 antibody', 'Radiation: Stereotactic radiotherapy'],
    },
  ],
  cohorts: [],
  recruitmentStatus: 'open',
  anchor: 'firstDose',
  urgency: 'routine',
  globalEnrolment: 110,
  hasResults: false,
  sites: [
    { code: 'ZZ005', status: 'open', openedDaysAgo: 410, slots: 2, confirmedDaysAgo: 14 },
    { code: 'ZZ001', status: 'open', openedDaysAgo: 400, slots: 1, confirmedDaysAgo: 8 },
    { code: 'ZZ006', status: 'open', openedDaysAgo: 310, slots: 1, confirmedDaysAgo: 35 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Histologically confirmed Merkel cell carcinoma',
      expr: { op: 'diagnosis', entities: ['ne-merkel'], confirmation: 'histology' },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'Metastatic, or locally advanced and not suitable for surgery or radiotherapy',
      expr: {
        op: 'any',
        of: [
          { op: 'diseaseExtent', in: ['metastatic'] },
          {
            op: 'all',
            of: [
              { op: 'diseaseExtent', in: ['locally-advanced', 'unresectable'] },
              { op: 'attest', by: 'clinician', text: 'Not suitable for curative local treatment' },
            ],
          },
        ],
      },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'ECOG performance status 0 or 1',
      expr: { op: 'ps', scale: 'ECOG', in: [0, 1] },
    },
    {
      id: 'I4',
      kind: 'inclusion',
      class: 'hard',
      text: 'Aged 18 years or older',
      expr: { op: 'age', unit: 'years', min: 18 },
    },
    {
      id: 'I5',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Neutrophils at least 1.5 x10^9/L, platelets at least 100 x10^9/L and haemoglobin at least 90 g/L within 28 days',
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
      id: 'I6',
      kind: 'inclusion',
      class: 'correctable',
      text: "Bilirubin no more than 1.5 x ULN unless Gilbert's syndrome; ALT no more than 2.5 x ULN",
      expr: {
        op: 'all',
        of: [
          {
            op: 'unless',
            rule: { op: 'lab', analyte: 'bilirubin', cmp: '<=', value: 1.5, unit: 'xULN', withinDays: 28 },
            exception: { op: 'condition', concept: 'gilbert-syndrome', status: 'active' },
          },
          { op: 'lab', analyte: 'alt', cmp: '<=', value: 2.5, unit: 'xULN', withinDays: 28 },
        ],
      },
    },
    {
      id: 'I7',
      kind: 'inclusion',
      class: 'judgement',
      text: 'Not suitable for surgery or radiotherapy with curative intent, in the opinion of the team',
      expr: { op: 'attest', by: 'clinician', text: 'Not suitable for curative local treatment' },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'hard',
      text: 'Previous PD-1 or PD-L1 inhibitor',
      expr: { op: 'therapy', any: ['anti-PD-1', 'anti-PD-L1'] },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'hard',
      text: 'Solid organ transplant',
      expr: { op: 'condition', concept: 'solid-organ-transplant', status: 'history' },
    },
    {
      id: 'E3',
      kind: 'exclusion',
      class: 'hard',
      text: 'Active autoimmune disease needing systemic treatment in the last 2 years',
      expr: {
        op: 'condition',
        concept: 'autoimmune-disease',
        status: 'active',
        needsSystemicTherapy: true,
        withinDays: 730,
      },
    },
    {
      id: 'E4',
      kind: 'exclusion',
      class: 'hard',
      text: 'HIV, or active hepatitis B or C',
      expr: {
        op: 'any',
        of: [
          { op: 'infection', agent: 'HIV', result: 'positive' },
          { op: 'infection', agent: 'HBV', result: 'active' },
          { op: 'infection', agent: 'HCV', result: 'active' },
        ],
      },
    },
    {
      id: 'E5',
      kind: 'exclusion',
      class: 'washout',
      text: 'Radiotherapy within 14 days',
      expr: { op: 'therapy', any: ['radiotherapy'], withinDays: 14 },
    },
    {
      id: 'E6',
      kind: 'exclusion',
      class: 'washout',
      text: 'More than 10 mg of prednisolone or equivalent per day within 14 days',
      expr: { op: 'medication', concept: 'systemic-corticosteroid', doseMgPredEqMin: 10, doseCmp: '>', withinDays: 14 },
    },
  ],
}
