import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for Recurrent Ewing sarcoma; Refractory Ewing sarcoma. */
export const demoEws03: TrialPlan = {
  registryId: 'DEMO-EWS-03',
  title: 'Chemotherapy regimens for recurrent and primary refractory Ewing sarcoma',
  acronym: 'REWING',
  phases: ['PHASE2', 'PHASE3'],
  sponsor: 'Eastholm Centre for Cancer Trials (fictional)',
  summary: 'Compares chemotherapy regimens for Ewing sarcoma that has come back or did not respond to first treatment.',
  modelledOn: 'rEECur, ISRCTN36453794',
  conditions: [
    { text: 'Recurrent Ewing sarcoma', cancerTypeIds: ['sa-ewing'] },
    { text: 'Refractory Ewing sarcoma', cancerTypeIds: ['sa-ewing'] },
  ],
  cancerTypeIds: ['sa-ewing'],
  isBasket: false,
  interventions: [
    { type: 'DRUG', name: 'High-dose ifosfamide' },
    { type: 'DRUG', name: 'Carboplatin and etoposide' },
  ],
  arms: [
    {
      label: 'Ifosfamide',
      type: 'ACTIVE_COMPARATOR',
      description: null,
      interventionNames: ['Drug: High-dose ifosfamide'],
    },
    {
      label: 'Carboplatin and etoposide',
      type: 'EXPERIMENTAL',
      description: null,
      interventionNames: ['Drug: Carboplatin and etoposide'],
    },
  ],
  cohorts: [],
  recruitmentStatus: 'open',
  anchor: 'randomisation',
  urgency: 'routine',
  globalEnrolment: 500,
  hasResults: false,
  sites: [
    { code: 'ZZ002', status: 'open', openedDaysAgo: 800, slots: 2, confirmedDaysAgo: 5 },
    { code: 'ZZ001', status: 'open', openedDaysAgo: 760, slots: 1, confirmedDaysAgo: 14 },
    { code: 'ZZ009', status: 'open', openedDaysAgo: 700, slots: 2, confirmedDaysAgo: 30 },
    { code: 'ZZ006', status: 'paused', openedDaysAgo: 690, slots: 0, confirmedDaysAgo: 18 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Histologically confirmed Ewing sarcoma',
      expr: { op: 'diagnosis', entities: ['sa-ewing'], confirmation: 'histology' },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'Recurrence or progression after first-line treatment, OR refractory disease (progression during or within 12 weeks of completing first-line treatment)',
      expr: {
        op: 'any',
        of: [
          { op: 'diseaseStatus', in: ['recurrent', 'progressive'], after: 'firstLine' },
          { op: 'progression', relativeTo: 'firstLine.end', withinDays: 84 },
        ],
      },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'advisory',
      text: 'Soft tissue component evaluable by cross-sectional imaging (bone-only disease is eligible but not for the phase 2 outcome)',
      expr: { op: 'measurableDisease', by: 'RECIST1.1' },
    },
    {
      id: 'I4',
      kind: 'inclusion',
      class: 'hard',
      text: 'Aged 4 years or older and under 50',
      expr: { op: 'age', unit: 'years', min: 4, max: 50, maxInclusive: false },
    },
    {
      id: 'I5',
      kind: 'inclusion',
      class: 'judgement',
      text: 'Medically fit to receive cytotoxic chemotherapy',
      expr: { op: 'attest', by: 'clinician', text: 'Fit for cytotoxic chemotherapy' },
    },
    {
      id: 'I6',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Negative pregnancy test if of childbearing potential',
      expr: {
        op: 'ifThen',
        if: { op: 'childbearingPotential' },
        then: { op: 'lab', analyte: 'hcg', cmp: '=', value: 'negative', unit: 'qual', withinDays: 7 },
      },
    },
    {
      id: 'I7',
      kind: 'inclusion',
      class: 'judgement',
      text: 'Agrees to effective contraception during and after treatment',
      expr: { op: 'attest', by: 'patient', text: 'Contraception agreed' },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'correctable',
      text: 'Marrow infiltration with ANC below 1.0 or platelets below 75',
      expr: {
        op: 'all',
        of: [
          { op: 'metastasis', site: 'bone-marrow', status: 'present' },
          {
            op: 'any',
            of: [
              { op: 'lab', analyte: 'anc', cmp: '<', value: 1.0, unit: '10*9/L', withinDays: 14 },
              { op: 'lab', analyte: 'platelets', cmp: '<', value: 75, unit: '10*9/L', withinDays: 14 },
            ],
          },
        ],
      },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'washout',
      text: 'Cytotoxic chemotherapy or other IMP within 2 weeks',
      expr: { op: 'therapy', any: ['chemotherapy', 'investigational'], withinDays: 14 },
    },
    {
      id: 'E3',
      kind: 'exclusion',
      class: 'washout',
      text: 'Myeloablative therapy within 8 weeks',
      expr: { op: 'therapy', any: ['myeloablative'], withinDays: 56 },
    },
    {
      id: 'E4',
      kind: 'exclusion',
      class: 'washout',
      text: 'Radiotherapy to target lesion within 6 weeks',
      expr: { op: 'therapy', any: ['radiotherapy'], site: 'target-lesion', withinDays: 42 },
    },
    {
      id: 'E5',
      kind: 'exclusion',
      class: 'hard',
      text: 'Pregnant or breastfeeding',
      expr: {
        op: 'any',
        of: [
          { op: 'condition', concept: 'pregnancy', status: 'active' },
          { op: 'condition', concept: 'breastfeeding', status: 'active' },
        ],
      },
    },
  ],
}
