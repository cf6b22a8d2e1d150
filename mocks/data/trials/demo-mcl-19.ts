import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for Mantle cell lymphoma. */
export const demoMcl19: TrialPlan = {
  registryId: 'DEMO-MCL-19',
  title: 'Reversible BTK inhibitor with or without venetoclax for relapsed mantle cell lymphoma',
  acronym: 'MANTLEX',
  phases: ['PHASE3'],
  sponsor: 'Halcyon Oncology Research (fictional)',
  summary: 'A reversible BTK inhibitor with venetoclax for mantle cell lymphoma that has come back.',
  modelledOn: null,
  conditions: [{ text: 'Mantle cell lymphoma', cancerTypeIds: ['ha-mcl'] }],
  cancerTypeIds: ['ha-mcl'],
  isBasket: false,
  interventions: [
    { type: 'DRUG', name: 'Reversible BTK inhibitor' },
    { type: 'DRUG', name: 'Venetoclax' },
  ],
  arms: [
    {
      label: 'Both medicines',
      type: 'EXPERIMENTAL',
      description: null,
      interventionNames: ['Drug: Reversible BTK inhibitor', 'Drug: Venetoclax'],
    },
    {
      label: 'BTK inhibitor',
      type: 'ACTIVE_COMPARATOR',
      description: null,
      interventionNames: ['Drug: Reversible BTK inhibitor'],
    },
  ],
  cohorts: [],
  recruitmentStatus: 'open',
  anchor: 'randomisation',
  urgency: 'routine',
  globalEnrolment: 220,
  hasResults: false,
  sites: [
    { code: 'ZZ001', status: 'open', openedDaysAgo: 520, slots: 3, confirmedDaysAgo: 9 },
    { code: 'ZZ003', status: 'open', openedDaysAgo: 500, slots: 2, confirmedDaysAgo: 12 },
    { code: 'ZZ005', status: 'open', openedDaysAgo: 470, slots: 2, confirmedDaysAgo: 55 },
    { code: 'ZZ012', status: 'open', openedDaysAgo: 400, slots: 1, confirmedDaysAgo: 83 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Histologically confirmed mantle cell lymphoma',
      expr: { op: 'diagnosis', entities: ['ha-mcl'], confirmation: 'histology' },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'Cyclin D1 expressed, or CCND1-IGH rearrangement',
      expr: {
        op: 'any',
        of: [
          { op: 'biomarker', type: 'ihc', marker: 'cyclin D1', result: 'present' },
          { op: 'biomarker', type: 'fusion', genes: ['CCND1', 'IGH'], result: 'present' },
        ],
      },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'Relapsed or refractory after one to three lines',
      expr: {
        op: 'all',
        of: [
          { op: 'diseaseStatus', in: ['recurrent', 'refractory'] },
          { op: 'linesOfTherapy', setting: ['any'], min: 1, max: 3 },
        ],
      },
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
      class: 'hard',
      text: 'ECOG performance status 0 to 2',
      expr: { op: 'ps', scale: 'ECOG', in: [0, 1, 2] },
    },
    {
      id: 'I6',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Neutrophils at least 1.0 x10^9/L and platelets at least 75 x10^9/L',
      expr: {
        op: 'all',
        of: [
          { op: 'lab', analyte: 'anc', cmp: '>=', value: 1.0, unit: '10*9/L', withinDays: 14 },
          { op: 'lab', analyte: 'platelets', cmp: '>=', value: 75, unit: '10*9/L', withinDays: 14 },
        ],
      },
    },
    {
      id: 'I7',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Creatinine clearance at least 40 mL/min',
      expr: { op: 'lab', analyte: 'crcl-cg', cmp: '>=', value: 40, unit: 'mL/min', withinDays: 28 },
    },
    {
      id: 'I8',
      kind: 'inclusion',
      class: 'correctable',
      text: 'ALT or AST no more than 3 x ULN (at least one must be measured)',
      expr: {
        op: 'measuredAny',
        min: 1,
        of: [
          { op: 'lab', analyte: 'alt', cmp: '<=', value: 3, unit: 'xULN', withinDays: 28 },
          { op: 'lab', analyte: 'ast', cmp: '<=', value: 3, unit: 'xULN', withinDays: 28 },
        ],
      },
    },
    {
      id: 'I9',
      kind: 'inclusion',
      class: 'judgement',
      text: 'Agrees to effective contraception where applicable',
      expr: { op: 'attest', by: 'patient', text: 'Contraception agreed' },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'hard',
      text: 'Previous BTK inhibitor',
      expr: { op: 'therapy', any: ['BTK-inhibitor'] },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'washout',
      text: 'Warfarin or another vitamin K antagonist within 7 days',
      expr: { op: 'medication', concept: 'vitamin-k-antagonist', withinDays: 7 },
    },
    {
      id: 'E3',
      kind: 'exclusion',
      class: 'hard',
      text: 'Lymphoma of the central nervous system',
      expr: { op: 'metastasis', site: 'cns', status: 'present' },
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
  ],
}
