import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for Adrenocortical carcinoma. */
export const demoAcc16: TrialPlan = {
  registryId: 'DEMO-ACC-16',
  title: 'Checkpoint and kinase inhibition for adrenocortical carcinoma after mitotane',
  acronym: 'ADRENEX',
  phases: ['PHASE2'],
  sponsor: 'Wexleigh Trials Office (fictional)',
  summary: 'Tests a checkpoint inhibitor with a kinase inhibitor in adrenocortical carcinoma after mitotane.',
  modelledOn: null,
  conditions: [{ text: 'Adrenocortical carcinoma', cancerTypeIds: ['en-acc'] }],
  cancerTypeIds: ['en-acc'],
  isBasket: false,
  interventions: [
    { type: 'BIOLOGICAL', name: 'Checkpoint inhibitor' },
    { type: 'DRUG', name: 'Kinase inhibitor' },
  ],
  arms: [
    {
      label: 'Single arm',
      type: 'EXPERIMENTAL',
      description: null,
      interventionNames: ['Biological: Checkpoint inhibitor', 'Drug: Kinase inhibitor'],
    },
  ],
  cohorts: [],
  recruitmentStatus: 'open',
  anchor: 'firstDose',
  urgency: 'routine',
  globalEnrolment: 48,
  hasResults: false,
  sites: [
    { code: 'ZZ002', status: 'open', openedDaysAgo: 610, slots: 1, confirmedDaysAgo: 22 },
    { code: 'ZZ001', status: 'open', openedDaysAgo: 580, slots: 1, confirmedDaysAgo: 17 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Histologically confirmed adrenocortical carcinoma',
      expr: { op: 'diagnosis', entities: ['en-acc'], confirmation: 'histology' },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'ENSAT stage III not resectable, or stage IV',
      expr: {
        op: 'any',
        of: [
          { op: 'stage', system: 'ENSAT', group: ['IV'] },
          {
            op: 'all',
            of: [
              { op: 'stage', system: 'ENSAT', group: ['III'] },
              {
                op: 'any',
                of: [
                  { op: 'diseaseExtent', in: ['unresectable'] },
                  { op: 'attest', by: 'clinician', text: 'The tumour cannot be resected' },
                ],
              },
            ],
          },
        ],
      },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'One to three previous lines including mitotane, with progression',
      expr: {
        op: 'all',
        of: [
          { op: 'linesOfTherapy', setting: ['palliative'], min: 1, max: 3 },
          { op: 'therapy', any: ['mitotane'] },
          { op: 'diseaseStatus', in: ['progressive'] },
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
      id: 'I7',
      kind: 'inclusion',
      class: 'correctable',
      text: 'QTcF no more than 470 ms',
      expr: { op: 'observation', concept: 'qtcf', cmp: '<=', value: 470, unit: 'ms', withinDays: 28 },
    },
    {
      id: 'I8',
      kind: 'inclusion',
      class: 'judgement',
      text: 'Life expectancy of at least 3 months',
      expr: { op: 'attest', by: 'clinician', text: 'Life expectancy of at least 3 months' },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'washout',
      text: 'Cytotoxic chemotherapy within 28 days',
      expr: { op: 'therapy', any: ['chemotherapy'], withinDays: 28 },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'correctable',
      text: 'Cortisol excess that is not controlled',
      expr: { op: 'condition', concept: 'uncontrolled-hypercortisolism', status: 'active' },
    },
    {
      id: 'E3',
      kind: 'exclusion',
      class: 'hard',
      text: 'Brain metastases',
      expr: { op: 'metastasis', site: 'cns', status: 'present' },
    },
  ],
}
