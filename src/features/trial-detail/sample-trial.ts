import type { components } from '#api/schema.ts'
import { sampleSite } from '../../data/sample-trial.ts'

type Schemas = components['schemas']

/* Answers for the tests of this folder. */

export const id = (last: string) => `00000000-0000-4000-8000-0000000000${last}`
export const site = sampleSite({
  siteId: id('31'),
  facility: 'Near Hospital',
  city: 'Leeds',
  registryStatus: 'RECRUITING',
  distanceKm: 12.1,
  confirmedOn: '2026-10-18',
  contacts: [{ name: 'Sam Rowe', role: 'Research nurse', phone: '01632 960001', email: 'sam@near.example' }],
})
export const trial: Schemas['Trial'] = {
  trial: {
    trialId: id('21'),
    registry: 'clinicaltrials.gov',
    registryId: 'NCT00000001',
    title: 'Proton therapy for chordoma',
    acronym: 'PROTON',
    phases: ['PHASE2'],
    recruitmentStatus: 'open',
    registryStatus: 'ACTIVE_NOT_RECRUITING',
    sponsor: null,
    cancerTypes: [{ cancerTypeId: 'bone-chordoma', name: 'Chordoma' }],
    isBasket: false,
    siteCount: 2,
    openSitesAtHome: 1,
    criteriaEncoded: 1,
    criteriaTotal: 2,
    lastUpdatedOn: '2026-10-01',
    hasResults: true,
    isDemonstration: false,
  },
  officialTitle: null,
  summary: 'First paragraph.\n\nSecond <b>paragraph</b>.',
  conditions: ['Chordoma of the skull base'],
  interventions: [{ type: 'DIAGNOSTIC_TEST', name: 'Scan', description: null }],
  arms: [{ label: 'Protons', type: 'EXPERIMENTAL', description: 'Given once a day.' }],
  cohorts: [],
  sites: [site, { ...site, siteId: id('32'), facility: 'Hôpital de Lyon', countryCode: 'FR', country: 'France' }],
  criteria: [
    {
      criterionId: 'I1',
      kind: 'inclusion',
      class: 'hard',
      headings: [],
      text: 'Aged 18 years or over',
      ruleText: 'age at least 18 years',
      rule: { op: 'age', unit: 'years', min: 18 },
      isRuleInForce: true,
      appliesTo: null,
    },
    {
      criterionId: 'E1',
      kind: 'notStated',
      class: 'judgement',
      headings: ['PATIENT CHARACTERISTICS:', 'Other:'],
      text: 'Any unsafe condition',
      ruleText: null,
      rule: null,
      isRuleInForce: false,
      appliesTo: ['A', 'B'],
    },
  ],
  encoding: null,
  enrolment: { count: 1200, isEstimated: true },
  dates: [{ label: 'Start', on: '2024-03', isEstimated: false }],
  contacts: [],
  otherIds: [],
  sourceUrl: 'https://clinicaltrials.example/study/NCT00000001',
  dataDate: '2026-11-02',
  isRecruitmentWatched: true,
  versions: [{ version: 1, importedAt: '2026-11-03T10:15:00Z', dataDate: '2026-11-02' }],
}
export const patients: Schemas['TrialPatientPage'] = {
  counts: { noFailuresFound: 0, needsClinician: 0, needsData: 30, notYet: 0, notMatched: 4 },
  toRead: 0,
  items: [
    {
      patientId: id('01'),
      name: { familyName: 'Smith', givenName: 'Jane', title: null },
      bornOn: null,
      nhsNumber: '9990000018',
      cancerType: { cancerTypeId: 'bone-chordoma', name: 'Chordoma' },
      outcome: 'needsData',
      hasTextToRead: false,
      toRead: 0,
      blocking: [],
      blockingFindings: [],
      isSetByClinician: false,
      undecided: ['ECOG', 'platelets'],
      referral: null,
    },
  ],
  next: id('01'),
}

export const attrition: Schemas['Attrition'] = { asOf: '2026-11-18', considered: 0, steps: [] }
