import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for Gastroenteropancreatic neuroendocrine tumour. */
export const demoNet15: TrialPlan = {
  registryId: 'DEMO-NET-15',
  title: 'Radionuclide therapy or everolimus for growing gastroenteropancreatic neuroendocrine tumours',
  acronym: 'PEPTIDO',
  phases: ['PHASE3'],
  sponsor: 'Halcyon Oncology Research (fictional)',
  summary:
    'Compares peptide receptor radionuclide therapy with everolimus in growing gastroenteropancreatic neuroendocrine tumours.',
  modelledOn: null,
  conditions: [{ text: 'Gastroenteropancreatic neuroendocrine tumour', cancerTypeIds: ['ne-gepnet'] }],
  cancerTypeIds: ['ne-gepnet'],
  isBasket: false,
  interventions: [
    { type: 'RADIATION', name: 'Lutetium-177 peptide receptor therapy' },
    { type: 'DRUG', name: 'Everolimus' },
  ],
  arms: [
    {
      label: 'Radionuclide therapy',
      type: 'EXPERIMENTAL',
      description: null,
      interventionNames: ['Radiation: Lutetium-177 peptide receptor therapy'],
    },
    { label: 'Everolimus', type: 'ACTIVE_COMPARATOR', description: null, interventionNames: ['Drug: Everolimus'] },
  ],
  cohorts: [],
  recruitmentStatus: 'open',
  anchor: 'randomisation',
  urgency: 'routine',
  globalEnrolment: 300,
  hasResults: false,
  sites: [
    { code: 'ZZ001', status: 'open', openedDaysAgo: 720, slots: 1, confirmedDaysAgo: 6 },
    { code: 'ZZ002', status: 'open', openedDaysAgo: 700, slots: 2, confirmedDaysAgo: 9 },
    { code: 'ZZ004', status: 'open', openedDaysAgo: 640, slots: 1, confirmedDaysAgo: 16 },
    { code: 'ZZ011', status: 'open', openedDaysAgo: 600, slots: 0, confirmedDaysAgo: 52 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Histologically confirmed gastroenteropancreatic neuroendocrine tumour',
      expr: { op: 'diagnosis', entities: ['ne-gepnet'], confirmation: 'histology' },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'Grade 1 or 2 by the WHO classification',
      expr: { op: 'grade', in: ['G1', 'G2'] },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'Locally advanced or metastatic, with progression in the last 12 months',
      expr: {
        op: 'all',
        of: [
          { op: 'diseaseExtent', in: ['locally-advanced', 'metastatic'] },
          { op: 'diseaseStatus', in: ['progressive'], withinDays: 365 },
        ],
      },
    },
    {
      id: 'I4',
      kind: 'inclusion',
      class: 'hard',
      text: 'Uptake on somatostatin receptor imaging above that of the liver (Krenning score 3 or 4)',
      expr: { op: 'score', name: 'krenning', min: 3, withinDays: 183 },
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
      text: 'Neutrophils at least 1.0 x10^9/L, platelets at least 75 x10^9/L and haemoglobin at least 80 g/L',
      expr: {
        op: 'all',
        of: [
          { op: 'lab', analyte: 'anc', cmp: '>=', value: 1.0, unit: '10*9/L', withinDays: 28 },
          { op: 'lab', analyte: 'platelets', cmp: '>=', value: 75, unit: '10*9/L', withinDays: 28 },
          { op: 'lab', analyte: 'haemoglobin', cmp: '>=', value: 80, unit: 'g/L', withinDays: 28 },
        ],
      },
    },
    {
      id: 'I7',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Creatinine clearance at least 50 mL/min (Cockcroft-Gault or measured)',
      expr: {
        op: 'any',
        of: [
          { op: 'lab', analyte: 'crcl-cg', cmp: '>=', value: 50, unit: 'mL/min', withinDays: 28 },
          { op: 'lab', analyte: 'gfr-measured', cmp: '>=', value: 50, unit: 'mL/min', withinDays: 28 },
        ],
      },
    },
    {
      id: 'I8',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Bilirubin no more than 3 x ULN and albumin at least 30 g/L',
      expr: {
        op: 'all',
        of: [
          { op: 'lab', analyte: 'bilirubin', cmp: '<=', value: 3, unit: 'xULN', withinDays: 28 },
          { op: 'lab', analyte: 'albumin', cmp: '>=', value: 30, unit: 'g/L', withinDays: 28 },
        ],
      },
    },
    {
      id: 'I9',
      kind: 'inclusion',
      class: 'judgement',
      text: 'Both treatments are reasonable for the patient',
      expr: { op: 'attest', by: 'clinician', text: 'Both treatments are reasonable' },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'hard',
      text: 'Previous peptide receptor radionuclide therapy',
      expr: { op: 'therapy', any: ['PRRT'] },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'washout',
      text: 'Embolisation of liver metastases within 90 days',
      expr: { op: 'therapy', any: ['liver-embolisation'], withinDays: 90 },
    },
    {
      id: 'E3',
      kind: 'exclusion',
      class: 'hard',
      text: 'Carcinoid heart disease in need of treatment',
      expr: {
        op: 'all',
        of: [
          { op: 'condition', concept: 'carcinoid-heart-disease', status: 'active' },
          { op: 'attest', by: 'clinician', text: 'The carcinoid heart disease needs treatment' },
        ],
      },
    },
    {
      id: 'E4',
      kind: 'exclusion',
      class: 'correctable',
      text: 'Poorly controlled diabetes',
      expr: { op: 'condition', concept: 'uncontrolled-diabetes', status: 'active' },
    },
  ],
}
