import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for Anaplastic thyroid carcinoma. */
export const demoAtc08: TrialPlan = {
  registryId: 'DEMO-ATC-08',
  title: 'BRAF plus MEK inhibitor for BRAF V600E-mutant anaplastic thyroid carcinoma',
  acronym: 'THYRAF',
  phases: ['PHASE2'],
  sponsor: 'Halcyon Oncology Research (fictional)',
  summary:
    'Gives a BRAF and a MEK inhibitor together to people with anaplastic thyroid carcinoma that carries BRAF V600E.',
  modelledOn: 'ROAR, NCT02034110',
  conditions: [{ text: 'Anaplastic thyroid carcinoma', cancerTypeIds: ['en-atc'] }],
  cancerTypeIds: ['en-atc'],
  isBasket: false,
  interventions: [
    { type: 'DRUG', name: 'BRAF inhibitor' },
    { type: 'DRUG', name: 'MEK inhibitor' },
  ],
  arms: [
    {
      label: 'Single arm',
      type: 'EXPERIMENTAL',
      description: null,
      interventionNames: ['Drug: BRAF inhibitor', 'Drug: MEK inhibitor'],
    },
  ],
  cohorts: [],
  recruitmentStatus: 'open',
  anchor: 'firstDose',
  urgency: 'expedited',
  globalEnrolment: 100,
  hasResults: false,
  sites: [
    { code: 'ZZ001', status: 'open', openedDaysAgo: 500, slots: 1, confirmedDaysAgo: 2 },
    { code: 'ZZ004', status: 'open', openedDaysAgo: 470, slots: 1, confirmedDaysAgo: 9 },
    { code: 'ZZ002', status: 'open', openedDaysAgo: 430, slots: 1, confirmedDaysAgo: 4 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Histologically confirmed anaplastic thyroid carcinoma, unresectable or metastatic',
      expr: {
        op: 'all',
        of: [
          { op: 'diagnosis', entities: ['en-atc'], confirmation: 'histology' },
          { op: 'diseaseExtent', in: ['unresectable', 'metastatic'] },
        ],
      },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'BRAF V600E mutation by accredited local test',
      expr: {
        op: 'all',
        of: [
          { op: 'biomarker', type: 'variant', gene: 'BRAF', hgvsP: 'p.Val600Glu', result: 'present' },
          { op: 'attest', by: 'clinician', text: 'BRAF was tested in an accredited laboratory' },
        ],
      },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'ECOG performance status 0 to 2',
      expr: { op: 'ps', scale: 'ECOG', in: [0, 1, 2] },
    },
    {
      id: 'I4',
      kind: 'inclusion',
      class: 'correctable',
      text: 'ANC at least 1.2, Hb at least 90, platelets at least 100 within 14 days',
      expr: {
        op: 'all',
        of: [
          { op: 'lab', analyte: 'anc', cmp: '>=', value: 1.2, unit: '10*9/L', withinDays: 14 },
          { op: 'lab', analyte: 'haemoglobin', cmp: '>=', value: 90, unit: 'g/L', withinDays: 14 },
          { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L', withinDays: 14 },
        ],
      },
    },
    {
      id: 'I5',
      kind: 'inclusion',
      class: 'correctable',
      text: "Bilirubin no more than 1.5 x ULN (Gilbert's: direct fraction under 35%), ALT and AST no more than 2.5 x ULN",
      expr: {
        op: 'all',
        of: [
          {
            op: 'unless',
            rule: { op: 'lab', analyte: 'bilirubin', cmp: '<=', value: 1.5, unit: 'xULN', withinDays: 14 },
            exception: {
              op: 'all',
              of: [
                { op: 'condition', concept: 'gilbert-syndrome', status: 'active' },
                { op: 'lab', analyte: 'bilirubin-direct-fraction', cmp: '<', value: 35, unit: '%', withinDays: 14 },
              ],
            },
          },
          { op: 'lab', analyte: 'alt', cmp: '<=', value: 2.5, unit: 'xULN', withinDays: 14 },
          { op: 'lab', analyte: 'ast', cmp: '<=', value: 2.5, unit: 'xULN', withinDays: 14 },
        ],
      },
    },
    {
      id: 'I6',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Creatinine no more than 132.6 umol/L, OR creatinine clearance at least 50 mL/min',
      expr: {
        op: 'any',
        of: [
          { op: 'lab', analyte: 'creatinine', cmp: '<=', value: 132.6, unit: 'umol/L', withinDays: 14 },
          { op: 'lab', analyte: 'crcl-cg', cmp: '>=', value: 50, unit: 'mL/min', withinDays: 14 },
        ],
      },
    },
    {
      id: 'I7',
      kind: 'inclusion',
      class: 'hard',
      text: 'Able to swallow and retain tablets',
      expr: { op: 'not', of: { op: 'condition', concept: 'unable-to-swallow-tablets', status: 'active' } },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'hard',
      text: 'Previous BRAF or MEK inhibitor',
      expr: { op: 'therapy', any: ['BRAF-inhibitor', 'MEK-inhibitor'] },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'washout',
      text: 'Chemotherapy or biologic within 14 days, or radiotherapy within 7 days',
      expr: {
        op: 'any',
        of: [
          { op: 'therapy', any: ['chemotherapy', 'biologic'], withinDays: 14 },
          { op: 'therapy', any: ['radiotherapy'], withinDays: 7 },
        ],
      },
    },
    {
      id: 'E3',
      kind: 'exclusion',
      class: 'hard',
      text: 'History of retinal vein occlusion',
      expr: { op: 'condition', concept: 'retinal-vein-occlusion', status: 'history' },
    },
    {
      id: 'E4',
      kind: 'exclusion',
      class: 'hard',
      text: 'QTcB 480 ms or more',
      expr: { op: 'observation', concept: 'qtcb', cmp: '>=', value: 480, unit: 'ms', withinDays: 28 },
    },
  ],
}
