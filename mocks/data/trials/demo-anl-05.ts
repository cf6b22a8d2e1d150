import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for Squamous cell carcinoma of the anal canal. */
export const demoAnl05: TrialPlan = {
  registryId: 'DEMO-ANL-05',
  title: 'Anti-PD-1 plus carboplatin-paclitaxel for recurrent or metastatic anal squamous cell carcinoma',
  acronym: 'ANIMMUNE',
  phases: ['PHASE3'],
  sponsor: 'Halcyon Oncology Research (fictional)',
  summary: 'Adds an anti-PD-1 antibody to carboplatin and paclitaxel in anal cancer that has come back or spread.',
  modelledOn: 'POD1UM-303/InterAACT 2, NCT04472429',
  conditions: [{ text: 'Squamous cell carcinoma of the anal canal', cancerTypeIds: ['gi-anal'] }],
  cancerTypeIds: ['gi-anal'],
  isBasket: false,
  interventions: [
    { type: 'BIOLOGICAL', name: 'Anti-PD-1 antibody' },
    { type: 'DRUG', name: 'Carboplatin and paclitaxel' },
  ],
  arms: [
    {
      label: 'Antibody and chemotherapy',
      type: 'EXPERIMENTAL',
      description: null,
      interventionNames: ['Biological: Anti-PD-1 antibody', 'Drug: Carboplatin and paclitaxel'],
    },
    {
      label: 'Placebo and chemotherapy',
      type: 'PLACEBO_COMPARATOR',
      description: null,
      interventionNames: ['Drug: Carboplatin and paclitaxel'],
    },
  ],
  cohorts: [],
  recruitmentStatus: 'open',
  anchor: 'randomisation',
  urgency: 'routine',
  globalEnrolment: 300,
  hasResults: false,
  sites: [
    { code: 'ZZ001', status: 'open', openedDaysAgo: 600, slots: 3, confirmedDaysAgo: 8 },
    { code: 'ZZ003', status: 'open', openedDaysAgo: 560, slots: 2, confirmedDaysAgo: 15 },
    { code: 'ZZ002', status: 'open', openedDaysAgo: 555, slots: 2, confirmedDaysAgo: 11 },
    { code: 'ZZ011', status: 'open', openedDaysAgo: 480, slots: null, confirmedDaysAgo: 120 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Aged 18 years or older',
      expr: { op: 'age', unit: 'years', min: 18 },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'Histologically confirmed inoperable locally recurrent or metastatic squamous carcinoma of the anal canal',
      expr: {
        op: 'all',
        of: [
          { op: 'diagnosis', entities: ['gi-anal'], confirmation: 'histology' },
          { op: 'diseaseExtent', in: ['locally-recurrent-inoperable', 'metastatic'] },
        ],
      },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'Measurable disease by RECIST 1.1',
      expr: { op: 'measurableDisease', by: 'RECIST1.1' },
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
      text: 'No previous systemic therapy, except chemoradiotherapy, or (neo)adjuvant chemotherapy completed at least 6 months ago',
      expr: {
        op: 'unless',
        rule: { op: 'linesOfTherapy', setting: ['any'], max: 0 },
        exception: {
          op: 'all',
          of: [
            { op: 'linesOfTherapy', setting: ['palliative'], max: 0 },
            {
              op: 'interval',
              from: 'therapy.last(neoadjuvant|adjuvant|chemoradiotherapy).end',
              to: 'anchor',
              minDays: 183,
            },
          ],
        },
      },
    },
    {
      id: 'I6',
      kind: 'inclusion',
      class: 'hard',
      text: 'If HIV-positive: CD4 at least 200 cells per microlitre, undetectable viral load, on stable ART, no opportunistic infection for 4 weeks',
      expr: {
        op: 'ifThen',
        if: { op: 'infection', agent: 'HIV', result: 'positive' },
        then: {
          op: 'all',
          of: [
            { op: 'lab', analyte: 'cd4', cmp: '>=', value: 200, unit: 'cells/uL', withinDays: 28 },
            { op: 'lab', analyte: 'hiv-viral-load', cmp: '=', value: 'undetectable', unit: 'qual', withinDays: 28 },
            { op: 'medication', concept: 'antiretroviral', status: 'active' },
            { op: 'attest', by: 'clinician', text: 'Antiretroviral treatment is stable' },
            { op: 'not', of: { op: 'condition', concept: 'opportunistic-infection', withinDays: 28 } },
          ],
        },
      },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'hard',
      text: 'Previous PD-1 or PD-L1 therapy',
      expr: { op: 'therapy', any: ['anti-PD-1', 'anti-PD-L1'] },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'hard',
      text: 'Active autoimmune disease needing systemic immunosuppression',
      expr: {
        op: 'condition',
        concept: 'autoimmune-disease',
        status: 'active',
        needsSystemicTherapy: true,
      },
    },
    {
      id: 'E3',
      kind: 'exclusion',
      class: 'hard',
      text: 'Active hepatitis B or C',
      expr: {
        op: 'any',
        of: [
          { op: 'infection', agent: 'HBV', result: 'active' },
          { op: 'infection', agent: 'HCV', result: 'active' },
        ],
      },
    },
    {
      id: 'E4',
      kind: 'exclusion',
      class: 'hard',
      text: 'Active CNS metastases or carcinomatous meningitis',
      expr: {
        op: 'any',
        of: [
          {
            op: 'not',
            of: {
              op: 'unless',
              rule: { op: 'not', of: { op: 'metastasis', site: 'cns', status: 'present' } },
              exception: {
                op: 'all',
                of: [
                  { op: 'metastasis', site: 'cns', status: 'treated' },
                  { op: 'metastasis', site: 'cns', status: 'stable', forAtLeastDays: 14 },
                  { op: 'not', of: { op: 'medication', concept: 'systemic-corticosteroid', withinDays: 14 } },
                ],
              },
            },
          },
          { op: 'metastasis', site: 'leptomeningeal', status: 'present' },
        ],
      },
    },
  ],
}
