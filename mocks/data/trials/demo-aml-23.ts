import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for Acute myeloid leukaemia. */
export const demoAml23: TrialPlan = {
  registryId: 'DEMO-AML-23',
  title: 'Targeted medicine with azacitidine and venetoclax for older people with acute myeloid leukaemia',
  acronym: 'LEUKALDER',
  phases: ['PHASE2', 'PHASE3'],
  sponsor: 'Northmoor Clinical Trials Unit (fictional)',
  summary: 'Adds a targeted medicine to azacitidine and venetoclax in older people with acute myeloid leukaemia.',
  modelledOn: null,
  conditions: [{ text: 'Acute myeloid leukaemia', cancerTypeIds: ['ha-aml'] }],
  cancerTypeIds: ['ha-aml'],
  isBasket: false,
  interventions: [
    { type: 'DRUG', name: 'Menin or FLT3 inhibitor' },
    { type: 'DRUG', name: 'Azacitidine and venetoclax' },
  ],
  arms: [
    {
      label: 'Three medicines',
      type: 'EXPERIMENTAL',
      description: null,
      interventionNames: ['Drug: Menin or FLT3 inhibitor', 'Drug: Azacitidine and venetoclax'],
    },
    {
      label: 'Azacitidine and venetoclax',
      type: 'ACTIVE_COMPARATOR',
      description: null,
      interventionNames: ['Drug: Azacitidine and venetoclax'],
    },
  ],
  cohorts: [],
  recruitmentStatus: 'open',
  anchor: 'randomisation',
  urgency: 'expedited',
  globalEnrolment: 320,
  hasResults: false,
  sites: [
    { code: 'ZZ001', status: 'open', openedDaysAgo: 260, slots: 3, confirmedDaysAgo: 5 },
    { code: 'ZZ004', status: 'open', openedDaysAgo: 250, slots: 2, confirmedDaysAgo: 19 },
    { code: 'ZZ005', status: 'open', openedDaysAgo: 230, slots: 2, confirmedDaysAgo: 36 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Acute myeloid leukaemia confirmed by histology or cytology of marrow or blood',
      expr: { op: 'diagnosis', entities: ['ha-aml'], confirmation: 'histologyOrCytology' },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'Newly diagnosed, not treated before',
      expr: {
        op: 'all',
        of: [
          { op: 'diseaseStatus', in: ['newly-diagnosed'] },
          { op: 'linesOfTherapy', setting: ['any'], max: 0 },
        ],
      },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'Aged 60 years or older',
      expr: { op: 'age', unit: 'years', min: 60 },
    },
    {
      id: 'I4',
      kind: 'inclusion',
      class: 'judgement',
      text: 'Not fit for intensive induction chemotherapy',
      expr: { op: 'attest', by: 'clinician', text: 'Not fit for intensive induction' },
    },
    {
      id: 'I5',
      kind: 'inclusion',
      class: 'hard',
      text: 'NPM1 or FLT3 mutation',
      expr: {
        op: 'any',
        of: [
          { op: 'biomarker', type: 'variant', gene: 'NPM1', result: 'present' },
          { op: 'biomarker', type: 'variant', gene: 'FLT3', result: 'present' },
        ],
      },
    },
    {
      id: 'I6',
      kind: 'inclusion',
      class: 'hard',
      text: 'ECOG performance status 0 to 2, or 3 if younger than 75',
      expr: {
        op: 'any',
        of: [
          { op: 'ps', scale: 'ECOG', in: [0, 1, 2] },
          {
            op: 'all',
            of: [
              { op: 'age', unit: 'years', max: 75, maxInclusive: false },
              { op: 'ps', scale: 'ECOG', in: [3] },
            ],
          },
        ],
      },
    },
    {
      id: 'I7',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Creatinine clearance at least 30 mL/min',
      expr: { op: 'lab', analyte: 'crcl-cg', cmp: '>=', value: 30, unit: 'mL/min', withinDays: 14 },
    },
    {
      id: 'I8',
      kind: 'inclusion',
      class: 'correctable',
      text: "Bilirubin no more than 1.5 x ULN unless Gilbert's syndrome",
      expr: {
        op: 'unless',
        rule: { op: 'lab', analyte: 'bilirubin', cmp: '<=', value: 1.5, unit: 'xULN', withinDays: 14 },
        exception: { op: 'condition', concept: 'gilbert-syndrome', status: 'active' },
      },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'hard',
      text: 'Previous hypomethylating agent',
      expr: { op: 'therapy', any: ['hypomethylating-agent'] },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'correctable',
      text: 'White cell count above 25 x10^9/L',
      expr: { op: 'lab', analyte: 'wbc', cmp: '>', value: 25, unit: '10*9/L', withinDays: 7 },
    },
    {
      id: 'E3',
      kind: 'exclusion',
      class: 'correctable',
      text: 'QTcF above 470 ms',
      expr: { op: 'observation', concept: 'qtcf', cmp: '>', value: 470, unit: 'ms', withinDays: 28 },
    },
  ],
}
