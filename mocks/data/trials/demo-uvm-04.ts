import { otherAnticancerDrugs } from '#domain/eligibility/treatment-class-members.ts'
import type { TrialPlan } from './trial-plan.ts'

/** Invented trial for Metastatic uveal melanoma. */
export const demoUvm04: TrialPlan = {
  registryId: 'DEMO-UVM-04',
  title: 'gp100-directed T-cell engager for HLA-A*02:01-positive metastatic uveal melanoma',
  acronym: 'OCUTEC',
  phases: ['PHASE2'],
  sponsor: 'Halcyon Oncology Research (fictional)',
  summary: 'Tests an engager of T cells against gp100 in people with metastatic uveal melanoma who carry HLA-A*02:01.',
  modelledOn: 'NCT04960891 (expanded access) and NCT02570308',
  conditions: [{ text: 'Metastatic uveal melanoma', cancerTypeIds: ['sk-uveal'] }],
  cancerTypeIds: ['sk-uveal'],
  isBasket: false,
  interventions: [{ type: 'BIOLOGICAL', name: 'gp100-directed T-cell engager' }],
  arms: [
    {
      label: 'Single arm',
      type: 'EXPERIMENTAL',
      description: null,
      interventionNames: ['Biological: gp100-directed T-cell engager'],
    },
  ],
  cohorts: [],
  recruitmentStatus: 'open',
  anchor: 'firstDose',
  urgency: 'routine',
  globalEnrolment: 150,
  hasResults: false,
  sites: [
    { code: 'ZZ002', status: 'open', openedDaysAgo: 420, slots: 2, confirmedDaysAgo: 3 },
    { code: 'ZZ004', status: 'open', openedDaysAgo: 390, slots: 1, confirmedDaysAgo: 21 },
    { code: 'ZZ001', status: 'open', openedDaysAgo: 300, slots: 1, confirmedDaysAgo: 10 },
  ],
  criteria: [
    {
      id: 'I1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Aged 18 years or older at first dose',
      expr: { op: 'age', unit: 'years', min: 18 },
    },
    {
      id: 'I2',
      kind: 'inclusion',
      class: 'hard',
      text: 'Histologically or cytologically confirmed metastatic or unresectable uveal melanoma',
      expr: {
        op: 'all',
        of: [
          { op: 'diagnosis', entities: ['sk-uveal'], confirmation: 'histologyOrCytology' },
          { op: 'diseaseExtent', in: ['metastatic', 'unresectable'] },
        ],
      },
    },
    {
      id: 'I3',
      kind: 'inclusion',
      class: 'hard',
      text: 'HLA-A*02:01 positive',
      expr: { op: 'biomarker', type: 'hla', gene: 'HLA-A', allele: '02:01', result: 'positive' },
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
      class: 'judgement',
      text: 'Highly effective contraception if applicable',
      expr: { op: 'attest', by: 'patient', text: 'Contraception agreed' },
    },
    {
      id: 'E1',
      kind: 'exclusion',
      class: 'hard',
      text: 'Untreated or symptomatic CNS metastases, leptomeningeal disease or cord compression (treated lesions allowed if stable at least 2 weeks and off systemic steroids at least 2 weeks)',
      expr: {
        op: 'not',
        of: {
          op: 'all',
          of: [
            {
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
            { op: 'not', of: { op: 'metastasis', site: 'leptomeningeal', status: 'present' } },
            { op: 'not', of: { op: 'condition', concept: 'spinal-cord-compression', status: 'active' } },
          ],
        },
      },
    },
    {
      id: 'E2',
      kind: 'exclusion',
      class: 'washout',
      text: 'Cellular therapy within 90 days',
      expr: { op: 'therapy', any: ['cellular-therapy'], withinDays: 90 },
    },
    {
      id: 'E3',
      kind: 'exclusion',
      class: 'washout',
      text: 'CTLA-4 inhibitor within 28 days',
      expr: { op: 'therapy', any: ['anti-CTLA-4'], withinDays: 28 },
    },
    {
      id: 'E4',
      kind: 'exclusion',
      class: 'washout',
      text: 'Other immunotherapy within 14 days',
      expr: { op: 'therapy', any: ['anti-PD-1', 'anti-PD-L1', 'immunotherapy-other'], withinDays: 14 },
    },
    {
      id: 'E5',
      kind: 'exclusion',
      class: 'washout',
      text: 'Other anticancer drug within 14 days or 5 half-lives, whichever is longer',
      expr: { op: 'therapy', any: otherAnticancerDrugs, withinDays: 14, orHalfLives: 5, whichever: 'longer' },
    },
    {
      id: 'E6',
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
