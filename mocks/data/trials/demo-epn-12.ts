import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for Ependymoma. */
export const demoEpn12: TrialPlan = {
  registryId: 'DEMO-EPN-12',
  title: 'Post-radiotherapy chemotherapy or observation in resected ependymoma',
  acronym: 'EPENDO',
  phases: ['PHASE3'],
  sponsor: 'Wexleigh Trials Office (fictional)',
  summary: 'Compares chemotherapy with observation after radiotherapy for ependymoma that was removed completely.',
  modelledOn: 'SIOP Ependymoma II stratum 1 (ISRCTN registry entry; CRUK summary)',
  conditions: [{ text: 'Ependymoma', cancerTypeIds: ['cns-epend'] }],
  cancerTypeIds: ['cns-epend'],
  isBasket: false,
  interventions: [{ type: 'DRUG', name: 'Vincristine, etoposide and cyclophosphamide' }],
  arms: [
    {
      label: 'Chemotherapy',
      type: 'EXPERIMENTAL',
      description: null,
      interventionNames: ['Drug: Vincristine, etoposide and cyclophosphamide'],
    },
    { label: 'Observation', type: 'NO_INTERVENTION', description: null, interventionNames: [] },
  ],
  cohorts: [],
  recruitmentStatus: 'paused',
  anchor: 'randomisation',
  urgency: 'routine',
  globalEnrolment: 536,
  hasResults: false,
  sites: [
    { code: 'ZZ009', status: 'paused', openedDaysAgo: 400, slots: 0, confirmedDaysAgo: 24 },
    { code: 'ZZ002', status: 'paused', openedDaysAgo: 380, slots: 0, confirmedDaysAgo: 24 },
    { code: 'ZZ001', status: 'paused', openedDaysAgo: 350, slots: 0, confirmedDaysAgo: 29 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Newly diagnosed, histologically confirmed intracranial ependymoma, WHO grade 2 or 3, central pathology and molecular review',
      expr: {
        op: 'all',
        of: [
          { op: 'diagnosis', entities: ['cns-epend'], confirmation: 'histology' },
          { op: 'diseaseStatus', in: ['newly-diagnosed'] },
          { op: 'grade', in: ['WHO2', 'WHO3'] },
          { op: 'topography', in: ['C71'] },
          { op: 'centralReview', type: 'pathology', result: 'confirmed' },
          { op: 'centralReview', type: 'molecular', result: 'confirmed' },
        ],
      },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'Over 12 months and under 22 years at diagnosis',
      expr: {
        op: 'all',
        of: [
          { op: 'age', unit: 'months', min: 12, minInclusive: false, at: 'diagnosis' },
          { op: 'age', unit: 'years', max: 22, maxInclusive: false, at: 'diagnosis' },
        ],
      },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'No measurable residual disease on postoperative MRI (central review), residual under 5 mm',
      expr: {
        op: 'all',
        of: [
          { op: 'observation', concept: 'residual-tumour-max-diameter', cmp: '<', value: 5, unit: 'mm' },
          { op: 'centralReview', type: 'radiology', result: 'confirmed' },
        ],
      },
    },
    {
      id: 'I4',
      kind: 'inclusion',
      class: 'hard',
      text: 'No CSF or spinal dissemination (M0)',
      expr: {
        op: 'all',
        of: [
          { op: 'metastasis', site: 'spine', status: 'absent' },
          { op: 'lab', analyte: 'csf-cytology', cmp: '=', value: 'negative', unit: 'qual', withinDays: 42 },
        ],
      },
    },
    {
      id: 'I5',
      kind: 'inclusion',
      class: 'hard',
      text: 'No previous radiotherapy; no previous chemotherapy except steroids',
      expr: { op: 'not', of: { op: 'therapy', any: ['radiotherapy', 'chemotherapy'] } },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'hard',
      text: 'Myxopapillary ependymoma, subependymoma or spinal primary',
      expr: {
        op: 'any',
        of: [
          { op: 'morphology', in: ['9394/1', '9383/1'] },
          { op: 'topography', in: ['C72'] },
        ],
      },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'judgement',
      text: 'Hearing loss precluding cisplatin',
      expr: {
        op: 'all',
        of: [
          { op: 'toxicity', term: 'hearing-loss', gradeMin: 1 },
          { op: 'attest', by: 'clinician', text: 'The hearing loss precludes cisplatin' },
        ],
      },
    },
  ],
}
