import type { components } from '#api/schema.ts'
import { sampleTrial } from '../../data/sample-trial.ts'

type Schemas = components['schemas']

/* Answers for the tests of this folder. */

const hospital = (last: string, name: string) => ({
  organisationId: `00000000-0000-4000-8000-0000000000${last}`,
  code: `ZZ1${last}`,
  name,
})

export const sampleFeasibility: Schemas['Feasibility'] = {
  asOf: '2026-11-18',
  organisations: [
    {
      organisation: hospital('a1', 'Northmoor'),
      isOwn: true,
      isTooFew: false,
      distanceKm: 12,
      possible: 3,
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
      needsData: null,
      notYet: null,
      notMatched: null,
    },
  ],
  total: { possible: 20, needsData: null, notYet: 0, notMatched: 10 },
  considered: 35,
  steps: [
    {
      criterionId: 'C1',
      kind: 'inclusion',
      class: 'hard',
      text: 'Adults',
      ruleText: 'age at least 18 years',
      removed: 10,
      notYet: 0,
      undecided: null,
      remaining: 25,
    },
  ],
  isSuppressed: true,
  isTooFew: false,
  note: 'Software checks 1 of 2 criteria.',
}

const few = { isTooFew: true, possible: null, needsData: null, notYet: null, notMatched: null }

/** The same as a draft: nobody elsewhere is not told from a few. */
export const sampleDraftFeasibility: Schemas['Feasibility'] = {
  ...sampleFeasibility,
  organisations: sampleFeasibility.organisations.map((each) => {
    if (each.isOwn) return each
    return each.possible === 20 ? { ...each, notYet: null } : { ...each, ...few }
  }),
  total: { possible: 20, needsData: null, notYet: null, notMatched: 10 },
  steps: sampleFeasibility.steps.map((step) => ({ ...step, notYet: null })),
}

/** One site takes patients. */
export const watchedTrial = sampleTrial({ siteCount: 1, openSitesAtHome: 1, criteriaEncoded: 1, criteriaTotal: 2 })
