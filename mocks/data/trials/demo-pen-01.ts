import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for Penile squamous cell carcinoma. */
export const demoPen01: TrialPlan = {
  registryId: 'DEMO-PEN-01',
  title: 'Sequencing of surgery, chemotherapy and chemoradiotherapy in node-positive penile cancer',
  acronym: 'INPATH',
  phases: ['PHASE3'],
  sponsor: 'Northmoor Clinical Trials Unit (fictional)',
  summary:
    'Compares the order of surgery, chemotherapy and chemoradiotherapy in men whose penile cancer has reached the lymph nodes.',
  modelledOn: 'InPACT, ISRCTN13580965 / NCT02305654',
  conditions: [{ text: 'Penile squamous cell carcinoma', cancerTypeIds: ['gu-penile'] }],
  cancerTypeIds: ['gu-penile'],
  isBasket: false,
  interventions: [
    { type: 'PROCEDURE', name: 'Inguinal lymph node dissection' },
    { type: 'DRUG', name: 'Docetaxel, cisplatin and fluorouracil' },
    { type: 'RADIATION', name: 'Chemoradiotherapy' },
  ],
  arms: [
    {
      label: 'Surgery first',
      type: 'ACTIVE_COMPARATOR',
      description: null,
      interventionNames: ['Procedure: Inguinal lymph node dissection'],
    },
    {
      label: 'Chemotherapy first',
      type: 'EXPERIMENTAL',
      description: null,
      interventionNames: ['Drug: Docetaxel, cisplatin and fluorouracil', 'Procedure: Inguinal lymph node dissection'],
    },
    {
      label: 'Chemoradiotherapy first',
      type: 'EXPERIMENTAL',
      description: null,
      interventionNames: ['Radiation: Chemoradiotherapy', 'Procedure: Inguinal lymph node dissection'],
    },
  ],
  cohorts: [],
  recruitmentStatus: 'open',
  anchor: 'randomisation',
  urgency: 'routine',
  globalEnrolment: 400,
  hasResults: false,
  sites: [
    { code: 'ZZ001', status: 'open', openedDaysAgo: 500, slots: 3, confirmedDaysAgo: 6 },
    { code: 'ZZ002', status: 'open', openedDaysAgo: 480, slots: 2, confirmedDaysAgo: 12 },
    { code: 'ZZ004', status: 'open', openedDaysAgo: 430, slots: null, confirmedDaysAgo: 75 },
    { code: 'ZZ007', status: 'open', openedDaysAgo: 350, slots: 1, confirmedDaysAgo: 40 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Male, aged 18 years or older',
      expr: {
        op: 'all',
        of: [
          { op: 'sex', in: ['male'] },
          { op: 'age', unit: 'years', min: 18 },
        ],
      },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'Histologically proven squamous cell carcinoma of the penis',
      expr: { op: 'diagnosis', entities: ['gu-penile'], confirmation: 'histology' },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'Stage any T, N1 or N2 or N3, M0',
      expr: { op: 'stage', system: 'TNM8', n: ['N1', 'N2', 'N3'], m: ['M0'] },
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
      text: 'ECOG performance status 0, 1 or 2',
      expr: { op: 'ps', scale: 'ECOG', in: [0, 1, 2] },
    },
    {
      id: 'I6',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Adequate haematology, liver and renal function',
      expr: {
        op: 'all',
        of: [
          { op: 'lab', analyte: 'anc', cmp: '>=', value: 1.5, unit: '10*9/L', withinDays: 28 },
          { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L', withinDays: 28 },
          { op: 'lab', analyte: 'bilirubin', cmp: '<=', value: 1.5, unit: 'xULN', withinDays: 28 },
          { op: 'lab', analyte: 'crcl-cg', cmp: '>=', value: 50, unit: 'mL/min', withinDays: 28 },
        ],
      },
    },
    {
      id: 'I7',
      kind: 'inclusion',
      class: 'judgement',
      text: 'Fit to receive the randomisation options considered',
      expr: { op: 'attest', by: 'clinician', text: 'Fit for at least two allocated options' },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'hard',
      text: 'Pure verrucous carcinoma of the penis',
      expr: { op: 'morphology', in: ['8051/3'] },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'hard',
      text: 'Non-squamous malignancy of the penis, or SCC of the urethra',
      expr: {
        op: 'any',
        of: [
          { op: 'diagnosis', entities: ['gu-urethra'], confirmation: 'any' },
          { op: 'not', of: { op: 'morphology', range: ['8051', '8086'] } },
        ],
      },
    },
    {
      id: 'E3',
      kind: 'exclusion',
      class: 'hard',
      text: 'Previous chemotherapy or chemoradiotherapy',
      expr: { op: 'therapy', any: ['chemotherapy', 'chemoradiotherapy'], forCurrentCancer: true },
    },
  ],
}
