import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for Dedifferentiated liposarcoma; Leiomyosarcoma. */
export const demoLps21: TrialPlan = {
  registryId: 'DEMO-LPS-21',
  title: 'CDK4 inhibitor or trabectedin for dedifferentiated liposarcoma and leiomyosarcoma',
  acronym: 'SARCADENT',
  phases: ['PHASE2'],
  sponsor: 'Eastholm Centre for Cancer Trials (fictional)',
  summary: 'Compares a CDK4 inhibitor with trabectedin for dedifferentiated liposarcoma and leiomyosarcoma.',
  modelledOn: null,
  conditions: [
    { text: 'Dedifferentiated liposarcoma', cancerTypeIds: ['sa-lipo'] },
    { text: 'Leiomyosarcoma', cancerTypeIds: ['sa-lms'] },
  ],
  cancerTypeIds: ['sa-lipo', 'sa-lms'],
  isBasket: false,
  interventions: [
    { type: 'DRUG', name: 'CDK4 inhibitor' },
    { type: 'DRUG', name: 'Trabectedin' },
  ],
  arms: [
    { label: 'CDK4 inhibitor', type: 'EXPERIMENTAL', description: null, interventionNames: ['Drug: CDK4 inhibitor'] },
    { label: 'Trabectedin', type: 'ACTIVE_COMPARATOR', description: null, interventionNames: ['Drug: Trabectedin'] },
  ],
  cohorts: [],
  recruitmentStatus: 'open',
  anchor: 'randomisation',
  urgency: 'routine',
  globalEnrolment: 170,
  hasResults: false,
  sites: [
    { code: 'ZZ002', status: 'open', openedDaysAgo: 300, slots: 2, confirmedDaysAgo: 4 },
    { code: 'ZZ001', status: 'open', openedDaysAgo: 290, slots: 2, confirmedDaysAgo: 11 },
    { code: 'ZZ006', status: 'open', openedDaysAgo: 240, slots: 1, confirmedDaysAgo: 20 },
    { code: 'ZZ008', status: 'open', openedDaysAgo: 220, slots: null, confirmedDaysAgo: 97 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Histologically confirmed dedifferentiated liposarcoma or leiomyosarcoma, not of the uterus',
      expr: {
        op: 'diagnosis',
        entities: ['sa-lipo', 'sa-lms'],
        morphology: ['8858/3', '8890/3'],
        confirmation: 'histology',
      },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'Unresectable or metastatic disease',
      expr: { op: 'diseaseExtent', in: ['unresectable', 'metastatic'] },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'One or two previous lines for advanced disease, including an anthracycline',
      expr: {
        op: 'all',
        of: [
          { op: 'linesOfTherapy', setting: ['palliative'], min: 1, max: 2 },
          { op: 'therapy', any: ['anthracycline'] },
        ],
      },
    },
    {
      id: 'I4',
      kind: 'inclusion',
      class: 'hard',
      text: 'Measurable disease by RECIST 1.1',
      expr: { op: 'measurableDisease', by: 'RECIST1.1' },
    },
    {
      id: 'I5',
      kind: 'inclusion',
      class: 'hard',
      text: 'ECOG performance status 0 or 1',
      expr: { op: 'ps', scale: 'ECOG', in: [0, 1] },
    },
    {
      id: 'I6',
      kind: 'inclusion',
      class: 'hard',
      text: 'Aged 18 years or older',
      expr: { op: 'age', unit: 'years', min: 18 },
    },
    {
      id: 'I7',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Neutrophils at least 1.5 x10^9/L, platelets at least 100 x10^9/L and haemoglobin at least 90 g/L within 14 days',
      expr: {
        op: 'all',
        of: [
          { op: 'lab', analyte: 'anc', cmp: '>=', value: 1.5, unit: '10*9/L', withinDays: 14 },
          { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L', withinDays: 14 },
          { op: 'lab', analyte: 'haemoglobin', cmp: '>=', value: 90, unit: 'g/L', withinDays: 14 },
        ],
      },
    },
    {
      id: 'I8',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Bilirubin no more than 1.5 x ULN and ALT no more than 2.5 x ULN',
      expr: {
        op: 'all',
        of: [
          { op: 'lab', analyte: 'bilirubin', cmp: '<=', value: 1.5, unit: 'xULN', withinDays: 14 },
          { op: 'lab', analyte: 'alt', cmp: '<=', value: 2.5, unit: 'xULN', withinDays: 14 },
        ],
      },
    },
    {
      id: 'I9',
      kind: 'inclusion',
      class: 'judgement',
      text: 'Fit for either treatment',
      expr: { op: 'attest', by: 'clinician', text: 'Fit for either treatment' },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'hard',
      text: 'Previous trabectedin',
      expr: { op: 'therapy', any: ['trabectedin'] },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'washout',
      text: 'Systemic anticancer treatment within 21 days',
      expr: { op: 'therapy', any: ['systemic-any'], withinDays: 21 },
    },
    {
      id: 'E3',
      kind: 'exclusion',
      class: 'washout',
      text: 'Major surgery within 28 days',
      expr: { op: 'surgery', procedure: 'major', withinDays: 28 },
    },
  ],
}
