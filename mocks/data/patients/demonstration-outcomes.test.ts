import { describe, expect, test } from 'vitest'
import { candidacyOf, isCandidate } from '#domain/eligibility/candidate.ts'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import { trialOutcome } from '#domain/eligibility/trial-outcome.ts'
import { isOpenInCountries } from '#domain/trial/openness.ts'
import type { DemonstrationTrial } from '../demonstration-data.ts'
import { demonstrationSeed, generateDemonstration } from '../generate-demonstration.ts'
import { organisationByCode } from '../organisations/demonstration-organisations.ts'
import { demonstrationTrials } from '../trials/demonstration-trials.ts'
import { generatePatients } from './generate-patients.ts'

interface Pair {
  readonly registryId: string
  readonly isBasket: boolean
  readonly outcome: string
  readonly organisationId: string
  readonly patientId: string
}

function pairsOn(asOf: string): readonly Pair[] {
  const trials = demonstrationTrials(asOf)
  return [...generatePatients(demonstrationSeed, asOf, 240)].flatMap(({ patientId, record, organisationId }) => {
    const facts = deriveFacts(record)
    return trials.flatMap((trial) => {
      const candidacy = candidacyOf({ ...trial.record, isOpen: isOpenInCountries(trial.record, ['GB']) }, facts)
      if (!isCandidate(candidacy)) return []
      const { outcome } = trialOutcome(criteriaOf(trial), facts, { asOf })
      const { registryId } = trial.record
      return [{ registryId, isBasket: candidacy.kind === 'basket', outcome, organisationId, patientId }]
    })
  })
}

function criteriaOf({ trialId, record }: DemonstrationTrial) {
  const { anchor, criteria, cohorts } = record
  const openCohorts = cohorts.filter(({ recruitmentStatus }) => recruitmentStatus === 'open').map(({ name }) => name)
  return { trialId, anchor, criteria, ...(cohorts.length > 0 ? { openCohorts } : {}) }
}

const outcomes = ['noFailuresFound', 'needsClinician', 'needsData', 'notYet', 'notMatched']

describe.each(['2026-08-03', '2027-02-28'])('patients and the trials open to their cancer, on %s', (asOf) => {
  const pairs = pairsOn(asOf)
  const ofOneCancer = pairs.filter(({ isBasket }) => !isBasket)

  test.each(outcomes)('one pair in twenty at least comes out as %s, with the basket trial and without', (outcome) => {
    const share = (list: readonly Pair[]) => list.filter((pair) => pair.outcome === outcome).length / list.length
    expect(share(pairs)).toBeGreaterThanOrEqual(0.05)
    expect(share(ofOneCancer)).toBeGreaterThanOrEqual(0.05)
  })

  test('every open trial has a patient to consider', () => {
    const open = demonstrationTrials(asOf).filter(({ record }) => isOpenInCountries(record, ['GB']))
    const considered = new Set(pairs.map(({ registryId }) => registryId))
    expect(open.map(({ record }) => record.registryId).filter((id) => !considered.has(id))).toEqual([])
  })

  test('the first organisation sees every outcome, and keeps suitable patients that nobody has referred yet', () => {
    const first = organisationByCode('ZZ001').organisationId
    const own = pairs.filter(({ organisationId }) => organisationId === first)
    expect([...new Set(own.map(({ outcome }) => outcome))].sort()).toEqual([...outcomes].sort())
    const referred = new Set(generateDemonstration({ asOf }).referrals.map(({ patientId }) => patientId))
    const free = own.filter((pair) => pair.outcome === 'noFailuresFound' && !referred.has(pair.patientId))
    expect(free.length).toBeGreaterThanOrEqual(2)
  })
})
