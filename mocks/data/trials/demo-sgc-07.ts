import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for Salivary duct carcinoma; Adenocarcinoma of the salivary gland. */
export const demoSgc07: TrialPlan = {
  registryId: 'DEMO-SGC-07',
  title: 'Androgen deprivation or chemotherapy for AR-positive recurrent or metastatic salivary gland cancer',
  acronym: 'SALIVAR',
  phases: ['PHASE2'],
  sponsor: 'Eastholm Centre for Cancer Trials (fictional)',
  summary: 'Compares hormone treatment with chemotherapy in salivary gland cancer that carries the androgen receptor.',
  modelledOn: 'EORTC 1206, NCT01969578',
  conditions: [
    { text: 'Salivary duct carcinoma', cancerTypeIds: ['hn-sdc'] },
    { text: 'Adenocarcinoma of the salivary gland', cancerTypeIds: ['hn-salivary'] },
  ],
  cancerTypeIds: ['hn-sdc', 'hn-salivary'],
  isBasket: false,
  interventions: [
    { type: 'DRUG', name: 'Bicalutamide and triptorelin' },
    { type: 'DRUG', name: 'Cisplatin and doxorubicin' },
  ],
  arms: [
    {
      label: 'Androgen deprivation',
      type: 'EXPERIMENTAL',
      description: null,
      interventionNames: ['Drug: Bicalutamide and triptorelin'],
    },
    {
      label: 'Chemotherapy',
      type: 'ACTIVE_COMPARATOR',
      description: null,
      interventionNames: ['Drug: Cisplatin and doxorubicin'],
    },
  ],
  cohorts: [
    { name: 'A', recruitmentStatus: 'open' },
    { name: 'B', recruitmentStatus: 'open' },
  ],
  recruitmentStatus: 'open',
  anchor: 'registration',
  urgency: 'routine',
  globalEnrolment: 152,
  hasResults: false,
  sites: [
    { code: 'ZZ001', status: 'open', openedDaysAgo: 540, slots: 2, confirmedDaysAgo: 7 },
    { code: 'ZZ003', status: 'open', openedDaysAgo: 500, slots: 2, confirmedDaysAgo: 44 },
    { code: 'ZZ005', status: 'open', openedDaysAgo: 450, slots: 1, confirmedDaysAgo: 19 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Histologically confirmed recurrent or metastatic salivary duct carcinoma or adenocarcinoma NOS',
      expr: {
        op: 'all',
        of: [
          { op: 'diagnosis', entities: ['hn-salivary'], morphology: ['8500/3', '8140/3'], confirmation: 'histology' },
          { op: 'diseaseExtent', in: ['recurrent', 'metastatic'] },
        ],
      },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'Nuclear androgen receptor expression, immunoreactive score at least 6 on central review',
      expr: { op: 'biomarker', type: 'ihc', marker: 'AR', cmp: '>=', value: 6, unit: 'IRS', centralReview: true },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'At least one measurable lesion; irradiated lesion only if progressed since',
      expr: { op: 'measurableDisease', by: 'RECIST1.1', irradiatedLesionRule: 'progressed-only' },
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
      text: 'ECOG performance status 0 or 1',
      expr: { op: 'ps', scale: 'ECOG', in: [0, 1] },
    },
    {
      id: 'I6',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Adequate marrow function within 2 weeks: WBC at least 3.5, ANC at least 1.5, Hb above 100 g/L, platelets at least 100',
      expr: {
        op: 'all',
        of: [
          { op: 'lab', analyte: 'wbc', cmp: '>=', value: 3.5, unit: '10*9/L', withinDays: 14 },
          { op: 'lab', analyte: 'anc', cmp: '>=', value: 1.5, unit: '10*9/L', withinDays: 14 },
          { op: 'lab', analyte: 'haemoglobin', cmp: '>', value: 100, unit: 'g/L', withinDays: 14 },
          { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L', withinDays: 14 },
        ],
      },
    },
    {
      id: 'I7',
      kind: 'inclusion',
      class: 'hard',
      text: 'Cohort A: no chemotherapy for recurrent or metastatic disease. Cohort B: at least one previous line',
      expr: {
        op: 'cohort',
        assign: [
          { cohort: 'A', when: { op: 'linesOfTherapy', setting: ['palliative'], max: 0 } },
          { cohort: 'B', when: { op: 'linesOfTherapy', setting: ['palliative'], min: 1 } },
        ],
      },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'hard',
      text: 'Previous androgen deprivation therapy for this cancer',
      expr: { op: 'therapy', any: ['androgen-deprivation'], forCurrentCancer: true },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'judgement',
      text: 'Neuropathy CTCAE grade 2 or worse (cohort A only)',
      expr: { op: 'inCohort', cohort: 'A', expr: { op: 'toxicity', term: 'peripheral-neuropathy', gradeMin: 2 } },
    },
  ],
}
