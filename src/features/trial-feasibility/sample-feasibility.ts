import type { components } from '#api/schema.ts'
import { sampleTrial } from '../../data/sample-trial.ts'

type Schemas = components['schemas']

/* Answers for the tests of this folder. */

const hospital = (last: string, name: string) => ({
  organisationId: `00000000-0000-4000-8000-0000000000${last}`,
  code: `ZZ1${last}`,
  name,
})

const criterion = (criterionId: string, text: string, ruleText: string | null) =>
  ({ criterionId, kind: 'inclusion', class: 'hard', text, ruleText, appliesTo: null, isByCohort: false }) as const

export const sampleFeasibility: Schemas['Feasibility'] = {
  asOf: '2026-11-18',
  organisations: [
    {
      organisation: hospital('a1', 'Northmoor'),
      isOwn: true,
      isTooFew: false,
      distanceKm: 12,
      possible: 3,
      toRead: 4,
      needsData: 2,
      notYet: 0,
      notMatched: 11,
    },
    {
      organisation: hospital('a2', 'Eastholm'),
      isOwn: false,
      isTooFew: false,
      distanceKm: 40,
      possible: 20,
      toRead: null,
      needsData: null,
      notYet: 0,
      notMatched: null,
    },
    {
      organisation: hospital('a3', 'Saltmere'),
      isOwn: false,
      isTooFew: false,
      distanceKm: 90,
      possible: 0,
      toRead: 0,
      needsData: 0,
      notYet: 0,
      notMatched: 0,
    },
    {
      organisation: hospital('a4', 'Wexleigh'),
      isOwn: false,
      isTooFew: true,
      distanceKm: null,
      possible: null,
      toRead: null,
      needsData: null,
      notYet: null,
      notMatched: null,
    },
  ],
  total: { possible: 20, toRead: null, needsData: null, notYet: 0, notMatched: null },
  withheldTotals: ['toRead', 'notMatched'],
  estimate: { possible: 20, toRead: null, needsData: null, notYet: null, notMatched: 10 },
  considered: 35,
  steps: [
    { ...criterion('C1', 'Adults', 'age at least 18 years'), undecided: null, remaining: 35 },
    { ...criterion('C2', 'Liver function', 'bilirubin at most 20 umol/L'), undecided: null, remaining: 35 },
    { ...criterion('C3', 'Stage II or III', 'stage II or III'), undecided: 10, remaining: 20 },
    { ...criterion('C4', 'Fit for treatment', null), undecided: 20, remaining: 20 },
  ],
  isSuppressed: true,
  isTooFew: false,
  note: 'Software checks 3 of 4 criteria.',
  stepsNote: 'Criteria that leave the rounded number as it was are taken together.',
}

const few = { isTooFew: true, possible: null, toRead: null, needsData: null, notYet: null, notMatched: null }

/** The same as a draft: nobody elsewhere is not told from a few. */
export const sampleDraftFeasibility: Schemas['Feasibility'] = {
  ...sampleFeasibility,
  organisations: sampleFeasibility.organisations.map((each) => {
    if (each.isOwn) return each
    return each.possible === 20 ? { ...each, notYet: null } : { ...each, ...few }
  }),
  total: { possible: 20, toRead: null, needsData: null, notYet: null, notMatched: 10 },
  withheldTotals: [],
  estimate: null,
}

/** One site takes patients. */
export const watchedTrial = sampleTrial({ siteCount: 1, openSitesAtHome: 1, criteriaEncoded: 1, criteriaTotal: 2 })

const ofEverybody = { kind: 'inclusion', class: 'hard', appliesTo: null } as const
/** In the order of a database. */
const adults = { min: 18, op: 'age', unit: 'years' }

/** With a rule in use, one that is not, and a text of one cohort; the other cohort takes nobody. */
export const cohortTrial: Schemas['Trial'] = {
  ...sampleTrial({ title: 'Two cohorts', cancerTypes: [{ cancerTypeId: 'sarcoma', name: 'Sarcoma' }] }),
  cohorts: [
    { name: 'A', recruitmentStatus: 'open' },
    { name: 'B, later', recruitmentStatus: 'setup' },
  ],
  criteria: [
    {
      ...ofEverybody,
      headings: [],
      criterionId: 'I1',
      text: 'Adults',
      ruleText: 'adults',
      rule: adults,
      isRuleInForce: true,
    },
    {
      ...ofEverybody,
      headings: [],
      criterionId: 'I2',
      text: 'At most 75',
      ruleText: 'at most 75',
      rule: adults,
      isRuleInForce: false,
    },
    {
      ...ofEverybody,
      headings: [],
      criterionId: 'U1',
      kind: 'notStated',
      text: 'Neuropathy',
      ruleText: null,
      rule: null,
      isRuleInForce: false,
      appliesTo: ['A'],
    },
  ],
}
