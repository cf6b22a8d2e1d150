import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for Intrahepatic cholangiocarcinoma. */
export const demoBil22: TrialPlan = {
  registryId: 'DEMO-BIL-22',
  title: 'FGFR2 inhibitor for intrahepatic cholangiocarcinoma with FGFR2 fusion',
  acronym: 'CHOLEFUSE',
  phases: ['PHASE2'],
  sponsor: 'Halcyon Oncology Research (fictional)',
  summary: 'Tested an FGFR2 inhibitor in bile duct cancer inside the liver that carries an FGFR2 fusion.',
  modelledOn: null,
  conditions: [{ text: 'Intrahepatic cholangiocarcinoma', cancerTypeIds: ['gi-icca'] }],
  cancerTypeIds: ['gi-icca'],
  isBasket: false,
  interventions: [{ type: 'DRUG', name: 'FGFR2 inhibitor' }],
  arms: [
    { label: 'Single arm', type: 'EXPERIMENTAL', description: null, interventionNames: ['Drug: FGFR2 inhibitor'] },
  ],
  cohorts: [],
  recruitmentStatus: 'completed',
  anchor: 'firstDose',
  urgency: 'routine',
  globalEnrolment: 130,
  hasResults: true,
  sites: [
    { code: 'ZZ002', status: 'completed', openedDaysAgo: 1500, slots: 0, confirmedDaysAgo: 510 },
    { code: 'ZZ001', status: 'completed', openedDaysAgo: 1460, slots: 0, confirmedDaysAgo: 510 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Histologically confirmed intrahepatic cholangiocarcinoma',
      expr: { op: 'diagnosis', entities: ['gi-icca'], confirmation: 'histology' },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'FGFR2 fusion or rearrangement',
      expr: { op: 'biomarker', type: 'fusion', genes: ['FGFR2', '*'], result: 'present' },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'Unresectable or metastatic, after at least one line of treatment',
      expr: {
        op: 'all',
        of: [
          { op: 'diseaseExtent', in: ['unresectable', 'metastatic'] },
          { op: 'linesOfTherapy', setting: ['palliative'], min: 1 },
        ],
      },
    },
    {
      id: 'I4',
      kind: 'inclusion',
      class: 'hard',
      text: 'ECOG performance status 0 or 1',
      expr: { op: 'ps', scale: 'ECOG', in: [0, 1] },
    },
    {
      id: 'I5',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Neutrophils at least 1.0 x10^9/L, platelets at least 75 x10^9/L and haemoglobin at least 90 g/L',
      expr: {
        op: 'all',
        of: [
          { op: 'lab', analyte: 'anc', cmp: '>=', value: 1.0, unit: '10*9/L', withinDays: 14 },
          { op: 'lab', analyte: 'platelets', cmp: '>=', value: 75, unit: '10*9/L', withinDays: 14 },
          { op: 'lab', analyte: 'haemoglobin', cmp: '>=', value: 90, unit: 'g/L', withinDays: 14 },
        ],
      },
    },
    {
      id: 'I6',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Bilirubin no more than 2 x ULN',
      expr: { op: 'lab', analyte: 'bilirubin', cmp: '<=', value: 2, unit: 'xULN', withinDays: 14 },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'hard',
      text: 'Previous FGFR inhibitor',
      expr: { op: 'therapy', any: ['FGFR-inhibitor'] },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'hard',
      text: 'Disorder of the retina that matters to sight',
      expr: {
        op: 'all',
        of: [
          { op: 'condition', concept: 'retinal-disorder', status: 'active' },
          { op: 'attest', by: 'clinician', text: 'The disorder of the retina matters to sight' },
        ],
      },
    },
  ],
}
