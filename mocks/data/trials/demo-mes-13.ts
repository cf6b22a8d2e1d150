import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for Malignant pleural mesothelioma. */
export const demoMes13: TrialPlan = {
  registryId: 'DEMO-MES-13',
  title: 'Checkpoint inhibitor with chemotherapy for pleural mesothelioma after platinum',
  acronym: 'PLEURAIM',
  phases: ['PHASE2'],
  sponsor: 'Eastholm Centre for Cancer Trials (fictional)',
  summary: 'Adds a checkpoint inhibitor to chemotherapy for pleural mesothelioma that has grown after platinum.',
  modelledOn: null,
  conditions: [{ text: 'Malignant pleural mesothelioma', cancerTypeIds: ['th-meso'] }],
  cancerTypeIds: ['th-meso'],
  isBasket: false,
  interventions: [
    { type: 'BIOLOGICAL', name: 'Checkpoint inhibitor' },
    { type: 'DRUG', name: 'Gemcitabine' },
  ],
  arms: [
    {
      label: 'Checkpoint inhibitor and gemcitabine',
      type: 'EXPERIMENTAL',
      description: null,
      interventionNames: ['Biological: Checkpoint inhibitor', 'Drug: Gemcitabine'],
    },
    { label: 'Gemcitabine', type: 'ACTIVE_COMPARATOR', description: null, interventionNames: ['Drug: Gemcitabine'] },
  ],
  cohorts: [],
  recruitmentStatus: 'open',
  anchor: 'registration',
  urgency: 'routine',
  globalEnrolment: 240,
  hasResults: false,
  sites: [
    { code: 'ZZ001', status: 'open', openedDaysAgo: 380, slots: 4, confirmedDaysAgo: 5 },
    { code: 'ZZ004', status: 'open', openedDaysAgo: 360, slots: 3, confirmedDaysAgo: 12 },
    { code: 'ZZ003', status: 'open', openedDaysAgo: 330, slots: 2, confirmedDaysAgo: 23 },
    { code: 'ZZ007', status: 'open', openedDaysAgo: 300, slots: 2, confirmedDaysAgo: 70 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Histologically proven malignant mesothelioma of the pleura',
      expr: {
        op: 'all',
        of: [
          { op: 'diagnosis', entities: ['th-meso'], confirmation: 'histology' },
          { op: 'topography', in: ['C38.4'] },
        ],
      },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'Progression within the last 6 months, after platinum-based chemotherapy',
      expr: {
        op: 'all',
        of: [
          { op: 'therapy', any: ['platinum'] },
          { op: 'diseaseStatus', in: ['progressive', 'recurrent'], withinDays: 183 },
          {
            op: 'any',
            of: [
              {
                op: 'all',
                of: [
                  { op: 'therapy', any: ['platinum'], setting: ['first-line'] },
                  { op: 'diseaseStatus', in: ['progressive', 'recurrent'], after: 'firstLine', withinDays: 183 },
                ],
              },
              { op: 'attest', by: 'clinician', text: 'The progression came after platinum-based chemotherapy' },
            ],
          },
        ],
      },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'Measurable disease by modified RECIST for mesothelioma',
      expr: { op: 'measurableDisease', by: 'mRECIST' },
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
      class: 'hard',
      text: 'Aged 18 years or older',
      expr: { op: 'age', unit: 'years', min: 18 },
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
      text: 'ALT no more than 2.5 x ULN, or 5 x ULN with liver metastases',
      expr: {
        op: 'caseWhen',
        cases: [
          {
            when: { op: 'metastasis', site: 'liver', status: 'present' },
            then: { op: 'lab', analyte: 'alt', cmp: '<=', value: 5, unit: 'xULN', withinDays: 14 },
          },
        ],
        else: { op: 'lab', analyte: 'alt', cmp: '<=', value: 2.5, unit: 'xULN', withinDays: 14 },
      },
    },
    {
      id: 'I8',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Creatinine clearance at least 45 mL/min',
      expr: { op: 'lab', analyte: 'crcl-cg', cmp: '>=', value: 45, unit: 'mL/min', withinDays: 28 },
    },
    {
      id: 'I9',
      kind: 'inclusion',
      class: 'judgement',
      text: 'Life expectancy of at least 3 months',
      expr: { op: 'attest', by: 'clinician', text: 'Life expectancy of at least 3 months' },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'hard',
      text: 'Previous PD-1, PD-L1 or CTLA-4 inhibitor',
      expr: { op: 'therapy', any: ['anti-PD-1', 'anti-PD-L1', 'anti-CTLA-4'] },
    },
    {
      id: 'E2',
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
      id: 'E3',
      kind: 'exclusion',
      class: 'washout',
      text: 'Systemic anticancer treatment within 21 days, or radiotherapy within 14 days',
      expr: {
        op: 'any',
        of: [
          { op: 'therapy', any: ['systemic-any'], withinDays: 21 },
          { op: 'therapy', any: ['radiotherapy'], withinDays: 14 },
        ],
      },
    },
    {
      id: 'E4',
      kind: 'exclusion',
      class: 'hard',
      text: 'Another cancer within 3 years, except treated non-melanoma skin cancer or cervical carcinoma in situ',
      expr: {
        op: 'exceptWhen',
        rule: { op: 'otherMalignancy', withinDays: 1096 },
        exception: { op: 'otherMalignancy', onlyTypes: ['nmsc-treated', 'cervical-cis'] },
      },
    },
  ],
}
