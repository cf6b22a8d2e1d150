import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for any rare cancer. */
export const demoBsk11: TrialPlan = {
  registryId: 'DEMO-BSK-11',
  title: 'National basket platform: genotype-matched targeted therapy in rare cancers',
  acronym: 'RAREMATCH',
  phases: ['PHASE2'],
  sponsor: 'Northmoor Clinical Trials Unit (fictional)',
  summary:
    'Matches people with rare cancers to a targeted medicine by the alterations in their tumour, advised by a national tumour board.',
  modelledOn: 'DETERMINE, NCT05722886',
  conditions: [
    { text: 'Any solid tumour', cancerTypeIds: [] },
    { text: 'Any haematological malignancy', cancerTypeIds: [] },
  ],
  cancerTypeIds: [],
  isBasket: true,
  interventions: [{ type: 'DRUG', name: 'Medicine matched to the genotype' }],
  arms: [
    {
      label: 'Matched treatment',
      type: 'EXPERIMENTAL',
      description: null,
      interventionNames: ['Drug: Medicine matched to the genotype'],
    },
  ],
  cohorts: [
    { name: 'ALK', recruitmentStatus: 'open' },
    { name: 'NTRK-ROS1', recruitmentStatus: 'open' },
    { name: 'HER2', recruitmentStatus: 'open' },
    { name: 'BRAF', recruitmentStatus: 'open' },
    { name: 'TMB-MSI', recruitmentStatus: 'paused' },
  ],
  recruitmentStatus: 'open',
  anchor: 'registration',
  urgency: 'routine',
  globalEnrolment: 825,
  hasResults: false,
  sites: [
    { code: 'ZZ001', status: 'open', openedDaysAgo: 730, slots: 6, confirmedDaysAgo: 4 },
    { code: 'ZZ002', status: 'open', openedDaysAgo: 720, slots: 5, confirmedDaysAgo: 6 },
    { code: 'ZZ003', status: 'open', openedDaysAgo: 700, slots: 4, confirmedDaysAgo: 10 },
    { code: 'ZZ004', status: 'open', openedDaysAgo: 650, slots: 3, confirmedDaysAgo: 27 },
    { code: 'ZZ006', status: 'open', openedDaysAgo: 610, slots: 2, confirmedDaysAgo: 31 },
    { code: 'ZZ008', status: 'open', openedDaysAgo: 590, slots: null, confirmedDaysAgo: 101 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Locally advanced or metastatic cancer, progressed or refractory',
      expr: {
        op: 'all',
        of: [
          { op: 'diseaseExtent', in: ['locally-advanced', 'metastatic'] },
          { op: 'diseaseStatus', in: ['progressive', 'refractory'] },
        ],
      },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'judgement',
      text: 'Exhausted or declined standard treatment, or no effective standard treatment',
      expr: {
        op: 'any',
        of: [
          { op: 'standardOptions', in: ['exhausted', 'declined', 'none-available'] },
          { op: 'attest', by: 'clinician', text: 'No effective standard treatment' },
        ],
      },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'Rare cancer with an actionable alteration, OR common cancer with a rare alteration, matching an open arm',
      expr: {
        op: 'all',
        of: [
          {
            op: 'any',
            of: [
              { op: 'rareCancer', definition: 'RARECARE' },
              { op: 'biomarker', type: 'rareInCommon' },
            ],
          },
          {
            op: 'cohort',
            assign: [
              { cohort: 'ALK', when: { op: 'biomarker', type: 'fusion', genes: ['*', 'ALK'], result: 'present' } },
              {
                cohort: 'NTRK-ROS1',
                when: {
                  op: 'any',
                  of: [
                    { op: 'biomarker', type: 'fusion', genes: ['*', 'NTRK1|NTRK2|NTRK3'], result: 'present' },
                    { op: 'biomarker', type: 'fusion', genes: ['*', 'ROS1'], result: 'present' },
                  ],
                },
              },
              {
                cohort: 'HER2',
                when: {
                  op: 'any',
                  of: [
                    { op: 'biomarker', type: 'cna', gene: 'ERBB2', result: 'amplified' },
                    { op: 'biomarker', type: 'ihc', marker: 'HER2', cmp: '>=', value: 3, unit: 'plus' },
                  ],
                },
              },
              {
                cohort: 'BRAF',
                when: { op: 'biomarker', type: 'variant', gene: 'BRAF', hgvsP: 'p.Val600*', result: 'present' },
              },
              {
                cohort: 'TMB-MSI',
                when: {
                  op: 'any',
                  of: [
                    { op: 'biomarker', type: 'tmb', cmp: '>=', value: 10, unit: 'mut/Mb' },
                    { op: 'biomarker', type: 'msi', result: 'MSI-H' },
                    { op: 'biomarker', type: 'mmr', result: 'dMMR' },
                  ],
                },
              },
            ],
          },
        ],
      },
    },
    {
      id: 'I4',
      kind: 'inclusion',
      class: 'gate',
      text: 'Molecular tumour board recommendation',
      expr: { op: 'centralReview', type: 'mtb', result: 'recommended' },
    },
    {
      id: 'I5',
      kind: 'inclusion',
      class: 'hard',
      text: 'ECOG 0 or 1 (ECOG 2 allowed in some arms)',
      expr: {
        op: 'any',
        of: [
          { op: 'ps', scale: 'ECOG', in: [0, 1] },
          {
            op: 'all',
            of: [
              { op: 'ps', scale: 'ECOG', in: [2] },
              { op: 'attest', by: 'clinician', text: 'The arm in question takes patients with ECOG 2' },
            ],
          },
        ],
      },
    },
    {
      id: 'I6',
      kind: 'inclusion',
      class: 'correctable',
      text: 'Adequate haematological and biochemical indices within 7 days',
      expr: {
        op: 'all',
        of: [
          { op: 'lab', analyte: 'anc', cmp: '>=', value: 1.0, unit: '10*9/L', withinDays: 7 },
          { op: 'lab', analyte: 'platelets', cmp: '>=', value: 75, unit: '10*9/L', withinDays: 7 },
          { op: 'lab', analyte: 'haemoglobin', cmp: '>=', value: 80, unit: 'g/L', withinDays: 7 },
          {
            op: 'any',
            of: [
              { op: 'lab', analyte: 'bilirubin', cmp: '<=', value: 1.5, unit: 'xULN', withinDays: 7 },
              { op: 'condition', concept: 'gilbert-syndrome', status: 'active' },
            ],
          },
          {
            op: 'caseWhen',
            cases: [
              {
                when: { op: 'metastasis', site: 'liver', status: 'present' },
                then: { op: 'lab', analyte: 'alt', cmp: '<=', value: 5, unit: 'xULN', withinDays: 7 },
              },
            ],
            else: { op: 'lab', analyte: 'alt', cmp: '<=', value: 2.5, unit: 'xULN', withinDays: 7 },
          },
          { op: 'lab', analyte: 'crcl-cg', cmp: '>=', value: 40, unit: 'mL/min', withinDays: 7 },
        ],
      },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'hard',
      text: 'Previous treatment with the same drug class',
      expr: { op: 'therapy', any: ['same-class-as-cohort'] },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'hard',
      text: 'Unresolved toxicity above CTCAE grade 1 (except alopecia)',
      expr: {
        op: 'exceptWhen',
        rule: { op: 'toxicity', term: 'any', gradeMin: 2 },
        exception: { op: 'toxicity', onlyTerms: ['alopecia'] },
      },
    },
  ],
}
