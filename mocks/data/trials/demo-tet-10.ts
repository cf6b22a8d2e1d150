import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for Thymoma type B3; Thymic carcinoma. */
export const demoTet10: TrialPlan = {
  registryId: 'DEMO-TET-10',
  title: 'Multikinase inhibitor for thymoma B3 and thymic carcinoma after platinum',
  acronym: 'THYMOTKI',
  phases: ['PHASE2'],
  sponsor: 'Wexleigh Trials Office (fictional)',
  summary: 'A multikinase inhibitor for thymoma B3 and thymic carcinoma that has grown after platinum chemotherapy.',
  modelledOn: null,
  conditions: [
    { text: 'Thymoma type B3', cancerTypeIds: ['th-tet'] },
    { text: 'Thymic carcinoma', cancerTypeIds: ['th-tet'] },
  ],
  cancerTypeIds: ['th-tet'],
  isBasket: false,
  interventions: [{ type: 'DRUG', name: 'Multikinase inhibitor, tablets' }],
  arms: [
    {
      label: 'Single arm',
      type: 'EXPERIMENTAL',
      description: null,
      interventionNames: ['Drug: Multikinase inhibitor, tablets'],
    },
  ],
  cohorts: [],
  recruitmentStatus: 'open',
  anchor: 'registration',
  urgency: 'routine',
  globalEnrolment: 60,
  hasResults: false,
  sites: [
    { code: 'ZZ003', status: 'open', openedDaysAgo: 700, slots: 1, confirmedDaysAgo: 62 },
    { code: 'ZZ001', status: 'open', openedDaysAgo: 660, slots: 1, confirmedDaysAgo: 88 },
    { code: 'ZZ006', status: 'open', openedDaysAgo: 640, slots: null, confirmedDaysAgo: 130 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Histologically confirmed thymoma type B3 or thymic carcinoma on regional or central MDT review',
      expr: {
        op: 'all',
        of: [
          {
            op: 'diagnosis',
            entities: ['th-tet'],
            morphology: ['8585/3', '8586/3', '8070/3'],
            confirmation: 'histology',
          },
          { op: 'centralReview', type: 'mdt', result: 'confirmed' },
        ],
      },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'Masaoka-Koga stage III unresectable, IVA or IVB, or TNM8 stage IIIB to IVB',
      expr: {
        op: 'any',
        of: [
          { op: 'stage', system: 'MasaokaKoga', group: ['IVA', 'IVB'] },
          {
            op: 'all',
            of: [
              { op: 'stage', system: 'MasaokaKoga', group: ['III'] },
              {
                op: 'any',
                of: [
                  { op: 'diseaseExtent', in: ['unresectable'] },
                  { op: 'attest', by: 'clinician', text: 'The tumour cannot be resected' },
                ],
              },
            ],
          },
          { op: 'stage', system: 'TNM8', group: ['IIIB', 'IVA', 'IVB'] },
        ],
      },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'Progression after at least one and no more than three lines including platinum',
      expr: {
        op: 'all',
        of: [
          { op: 'linesOfTherapy', setting: ['palliative'], min: 1, max: 3 },
          { op: 'therapy', any: ['platinum'] },
          { op: 'diseaseStatus', in: ['progressive'], after: 'firstLine' },
        ],
      },
    },
    {
      id: 'I4',
      kind: 'inclusion',
      class: 'hard',
      text: 'ECOG performance status 0 to 2',
      expr: { op: 'ps', scale: 'ECOG', in: [0, 1, 2] },
    },
    {
      id: 'I5',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Blood pressure controlled to 150/90 or lower',
      expr: {
        op: 'all',
        of: [
          { op: 'observation', concept: 'systolic-bp', cmp: '<=', value: 150, unit: 'mmHg', withinDays: 14 },
          { op: 'observation', concept: 'diastolic-bp', cmp: '<=', value: 90, unit: 'mmHg', withinDays: 14 },
        ],
      },
    },
    {
      id: 'I6',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Urine protein no more than 1+ or 24-hour protein under 1 g',
      expr: {
        op: 'any',
        of: [
          { op: 'lab', analyte: 'urine-protein-dip', cmp: '<=', value: 1, unit: 'plus', withinDays: 14 },
          { op: 'lab', analyte: 'urine-protein-24h', cmp: '<', value: 1, unit: 'g/24h', withinDays: 14 },
        ],
      },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'hard',
      text: 'Myasthenia gravis crisis or MGFA class IV or V within 6 months',
      expr: { op: 'condition', concept: 'myasthenia-gravis', severityMin: 'MGFA-IV', withinDays: 183 },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'correctable',
      text: 'Creatine kinase above 2.5 x ULN',
      expr: { op: 'lab', analyte: 'ck', cmp: '>', value: 2.5, unit: 'xULN', withinDays: 28 },
    },
    {
      id: 'E3',
      kind: 'exclusion',
      class: 'hard',
      text: 'Haemoptysis, arterial thrombosis, MI or stroke within 6 months',
      expr: {
        op: 'any',
        of: [
          { op: 'condition', concept: 'haemoptysis-significant', withinDays: 183 },
          { op: 'condition', concept: 'arterial-thromboembolism', withinDays: 183 },
          { op: 'condition', concept: 'myocardial-infarction', withinDays: 183 },
          { op: 'condition', concept: 'stroke', withinDays: 183 },
        ],
      },
    },
    {
      id: 'E4',
      kind: 'exclusion',
      class: 'washout',
      text: 'Major surgery within 28 days or unhealed wound',
      expr: {
        op: 'any',
        of: [
          { op: 'surgery', procedure: 'major', withinDays: 28 },
          { op: 'condition', concept: 'unhealed-wound', status: 'active' },
        ],
      },
    },
  ],
}
