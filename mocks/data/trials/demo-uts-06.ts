import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for High-grade uterine sarcoma. */
export const demoUts06: TrialPlan = {
  registryId: 'DEMO-UTS-06',
  title: 'Maintenance tyrosine kinase inhibitor after chemotherapy for high-grade uterine sarcoma',
  acronym: 'UTERSAR',
  phases: ['PHASE2'],
  sponsor: 'Eastholm Centre for Cancer Trials (fictional)',
  summary:
    'Tests maintenance treatment with a tyrosine kinase inhibitor after chemotherapy for high-grade uterine sarcoma.',
  modelledOn: 'EORTC 62113 (IRCI), NCT01979393',
  conditions: [{ text: 'High-grade uterine sarcoma', cancerTypeIds: ['fg-hgess', 'fg-ulms', 'fg-adenosarcoma'] }],
  cancerTypeIds: ['fg-hgess', 'fg-ulms', 'fg-adenosarcoma'],
  isBasket: false,
  interventions: [{ type: 'DRUG', name: 'Tyrosine kinase inhibitor, tablets' }],
  arms: [
    {
      label: 'Tyrosine kinase inhibitor',
      type: 'EXPERIMENTAL',
      description: null,
      interventionNames: ['Drug: Tyrosine kinase inhibitor, tablets'],
    },
    { label: 'Placebo', type: 'PLACEBO_COMPARATOR', description: null, interventionNames: [] },
  ],
  cohorts: [],
  recruitmentStatus: 'open',
  anchor: 'randomisation',
  urgency: 'routine',
  globalEnrolment: 92,
  hasResults: false,
  sites: [
    { code: 'ZZ002', status: 'open', openedDaysAgo: 560, slots: 1, confirmedDaysAgo: 13 },
    { code: 'ZZ006', status: 'open', openedDaysAgo: 520, slots: 1, confirmedDaysAgo: 17 },
    { code: 'ZZ001', status: 'open', openedDaysAgo: 510, slots: 2, confirmedDaysAgo: 26 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Histologically confirmed high-grade uterine sarcoma on central pathology review',
      expr: {
        op: 'all',
        of: [
          { op: 'diagnosis', entities: ['fg-hgess', 'fg-ulms', 'fg-adenosarcoma'], confirmation: 'histology' },
          { op: 'grade', in: ['high'] },
          { op: 'centralReview', type: 'pathology', result: 'confirmed' },
        ],
      },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'FIGO stage II or III (adjuvant) or stage IV / metastatic (first line)',
      expr: {
        op: 'any',
        of: [
          {
            op: 'all',
            of: [
              { op: 'stage', system: 'FIGO', group: ['II', 'III'] },
              { op: 'therapy', any: ['anthracycline'], setting: ['adjuvant'] },
            ],
          },
          {
            op: 'all',
            of: [
              {
                op: 'any',
                of: [
                  { op: 'stage', system: 'FIGO', group: ['IV'] },
                  { op: 'diseaseExtent', in: ['metastatic'] },
                ],
              },
              { op: 'therapy', any: ['anthracycline'], setting: ['first-line'] },
            ],
          },
        ],
      },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'Completed 4 to 6 cycles of anthracycline with or without ifosfamide',
      expr: { op: 'therapy', any: ['anthracycline'], cyclesMin: 4, cyclesMax: 6, setting: ['adjuvant', 'first-line'] },
    },
    {
      id: 'I4',
      kind: 'inclusion',
      class: 'hard',
      text: 'No progression (CR, PR or SD) after first-line treatment',
      expr: { op: 'bestResponse', in: ['CR', 'PR', 'SD'], to: 'firstLine' },
    },
    {
      id: 'I5',
      kind: 'inclusion',
      class: 'timeLimited',
      text: 'Randomised within 12 weeks of last first-line dose',
      expr: { op: 'interval', from: 'firstLine.end', to: 'anchor', maxDays: 84 },
    },
    {
      id: 'I6',
      kind: 'inclusion',
      class: 'hard',
      text: 'WHO/ECOG performance status 0 to 2',
      expr: { op: 'ps', scale: 'ECOG', in: [0, 1, 2] },
    },
    {
      id: 'I7',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Adequate organ and marrow function within 3 days of first dose',
      expr: {
        op: 'all',
        of: [
          { op: 'lab', analyte: 'anc', cmp: '>=', value: 1.5, unit: '10*9/L', withinDays: 3 },
          { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L', withinDays: 3 },
          { op: 'lab', analyte: 'haemoglobin', cmp: '>=', value: 90, unit: 'g/L', withinDays: 3 },
          { op: 'lab', analyte: 'bilirubin', cmp: '<=', value: 1.5, unit: 'xULN', withinDays: 3 },
          { op: 'lab', analyte: 'alt', cmp: '<=', value: 3, unit: 'xULN', withinDays: 3 },
        ],
      },
    },
    {
      id: 'I8',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Clinically normal cardiac function: LVEF at or above institutional LLN, QTcF no more than 500 ms',
      expr: {
        op: 'all',
        of: [
          { op: 'observation', concept: 'lvef', cmp: '>=', value: 1, unit: 'xLLN', withinDays: 28 },
          { op: 'observation', concept: 'qtcf', cmp: '<=', value: 500, unit: 'ms', withinDays: 28 },
        ],
      },
    },
    {
      id: 'I9',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Negative pregnancy test within 3 days if applicable',
      expr: {
        op: 'ifThen',
        if: { op: 'childbearingPotential' },
        then: { op: 'lab', analyte: 'hcg', cmp: '=', value: 'negative', unit: 'qual', withinDays: 3 },
      },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'hard',
      text: 'Low-grade ESS, carcinosarcoma, rhabdomyosarcoma',
      expr: {
        op: 'any',
        of: [
          { op: 'morphology', in: ['8931/3', '8950/3', '8980/3', '8910/3', '8912/3', '8920/3'] },
          { op: 'morphology', range: ['8900', '8902'] },
        ],
      },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'hard',
      text: 'Cannot swallow and retain oral tablets',
      expr: { op: 'condition', concept: 'unable-to-swallow-tablets', status: 'active' },
    },
    {
      id: 'E3',
      kind: 'exclusion',
      class: 'hard',
      text: 'Anticoagulation at therapeutic dose (except low molecular weight heparin)',
      expr: {
        op: 'exceptWhen',
        rule: { op: 'medication', concept: 'anticoagulant-therapeutic', status: 'active' },
        exception: { op: 'medication', concept: 'lmwh', status: 'active', only: true },
      },
    },
  ],
}
