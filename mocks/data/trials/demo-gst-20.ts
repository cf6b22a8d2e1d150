import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for Gastrointestinal stromal tumour. */
export const demoGst20: TrialPlan = {
  registryId: 'DEMO-GST-20',
  title: 'KIT inhibitor or sunitinib after imatinib for gastrointestinal stromal tumour',
  acronym: 'GISTONE',
  phases: ['PHASE3'],
  sponsor: 'Halcyon Oncology Research (fictional)',
  summary:
    'A KIT inhibitor against mutations that cause resistance, after imatinib, for gastrointestinal stromal tumour.',
  modelledOn: null,
  conditions: [{ text: 'Gastrointestinal stromal tumour', cancerTypeIds: ['sa-gist'] }],
  cancerTypeIds: ['sa-gist'],
  isBasket: false,
  interventions: [{ type: 'DRUG', name: 'KIT inhibitor' }],
  arms: [
    { label: 'KIT inhibitor', type: 'EXPERIMENTAL', description: null, interventionNames: ['Drug: KIT inhibitor'] },
    { label: 'Sunitinib', type: 'ACTIVE_COMPARATOR', description: null, interventionNames: [] },
  ],
  cohorts: [],
  recruitmentStatus: 'open',
  anchor: 'randomisation',
  urgency: 'routine',
  globalEnrolment: 260,
  hasResults: false,
  sites: [
    { code: 'ZZ002', status: 'open', openedDaysAgo: 330, slots: 2, confirmedDaysAgo: 7 },
    { code: 'ZZ001', status: 'open', openedDaysAgo: 310, slots: 2, confirmedDaysAgo: 13 },
    { code: 'ZZ004', status: 'open', openedDaysAgo: 250, slots: 1, confirmedDaysAgo: 45 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Histologically confirmed gastrointestinal stromal tumour',
      expr: { op: 'diagnosis', entities: ['sa-gist'], confirmation: 'histology' },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'KIT mutation',
      expr: { op: 'biomarker', type: 'variant', gene: 'KIT', result: 'present' },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'Progression on, or intolerance of, imatinib',
      expr: {
        op: 'all',
        of: [
          { op: 'therapy', any: ['imatinib'] },
          {
            op: 'any',
            of: [
              {
                op: 'all',
                of: [
                  { op: 'therapy', any: ['imatinib'], setting: ['first-line'] },
                  { op: 'diseaseStatus', in: ['progressive'], after: 'firstLine' },
                ],
              },
              { op: 'attest', by: 'clinician', text: 'Progression on imatinib, or intolerance of it' },
            ],
          },
        ],
      },
    },
    {
      id: 'I4',
      kind: 'inclusion',
      class: 'hard',
      text: 'Unresectable or metastatic disease',
      expr: { op: 'diseaseExtent', in: ['unresectable', 'metastatic'] },
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
      class: 'hard',
      text: 'Measurable disease by RECIST 1.1',
      expr: { op: 'measurableDisease', by: 'RECIST1.1' },
    },
    {
      id: 'I7',
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
      id: 'I8',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Blood pressure controlled to 150/90 or lower',
      expr: {
        op: 'all',
        of: [
          { op: 'observation', concept: 'systolic-bp', cmp: '<=', value: 150, unit: 'mm[Hg]', withinDays: 28 },
          { op: 'observation', concept: 'diastolic-bp', cmp: '<=', value: 90, unit: 'mm[Hg]', withinDays: 28 },
        ],
      },
    },
    {
      id: 'I9',
      kind: 'inclusion',
      class: 'judgement',
      text: 'Agrees to a repeat biopsy where it is safe',
      expr: { op: 'attest', by: 'patient', text: 'Repeat biopsy agreed' },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'hard',
      text: 'PDGFRA D842V mutation',
      expr: { op: 'biomarker', type: 'variant', gene: 'PDGFRA', hgvsP: 'p.Asp842Val', result: 'present' },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'washout',
      text: 'Tyrosine kinase inhibitor within 14 days or 5 half-lives, whichever is longer',
      expr: { op: 'therapy', any: ['TKI'], withinDays: 14, orHalfLives: 5, whichever: 'longer' },
    },
    {
      id: 'E3',
      kind: 'exclusion',
      class: 'correctable',
      text: 'Left ventricular ejection fraction below 50 %',
      expr: { op: 'observation', concept: 'lvef', cmp: '<', value: 50, unit: '%', withinDays: 90 },
    },
  ],
}
