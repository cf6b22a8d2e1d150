import type { components } from '#api/schema.ts'
import { mayKnowPlace } from '#domain/access/known-place.ts'
import { type PatientScope, relationshipTo } from '#domain/access/patient-scope.ts'
import { assembleCandidate } from '#domain/eligibility/assemble-candidate.ts'
import { assessTrial } from '#domain/eligibility/assess-trial.ts'
import { candidateList } from '#domain/eligibility/candidate-list.ts'
import { describeOverrideHistory } from '#domain/eligibility/describe-override-history.ts'
import { hasOpposing, nameOpposing } from '#domain/eligibility/name-opposing.ts'
import { offeredTrials } from '#domain/eligibility/offered-trials.ts'
import { standingOverrides } from '#domain/eligibility/override-entry.ts'
import type { PatientFacts } from '#domain/eligibility/patient-facts.ts'
import { describeStandingOverrides } from '#domain/eligibility/standing-override.ts'
import { travelLimitOf } from '#domain/eligibility/travel-limit.ts'
import { trialVerdicts } from '#domain/eligibility/trial-verdicts.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { CallerOrganisation, Trx } from '../plugins/operation.ts'
import { readReferralTags } from '../referral-rows/referral-tag-repository.ts'
import { readPatientFacts } from './facts-repository.ts'
import { readHeldSites } from './held-sites-repository.ts'
import { readHeldTrial, readOpenTrials } from './held-trials-repository.ts'
import { readOverrideHistory, readOverrides } from './override-repository.ts'
import { readPatientRecords } from './patient-rows-repository.ts'
import { readUnseenChanges } from './unseen-change-repository.ts'

type Schemas = components['schemas']

export interface AskedPatient {
  readonly patientId: string
  /** Whose patient it must be: somebody else's is answered like one that does not exist. */
  readonly scope: PatientScope
  /** Who asks: what has changed is told as far as this account has not seen it. */
  readonly accountId: string
  /** Today, which decides what has gone stale. */
  readonly asOf: CalendarDate
  /** The place that distances count from. */
  readonly from: CallerOrganisation | null
}

/**
 * The open trials of one patient, assessed now from the facts held; null where the caller has no such patient.
 */
export async function readCandidates(trx: Trx, asked: AskedPatient): Promise<Schemas['CandidateList'] | null> {
  const own = await readOwnFacts(trx, asked)
  if (own === null) return null
  const { facts, from } = own
  const { patientId, accountId, asOf } = asked
  const offered = offeredTrials(facts, await readOpenTrials(trx, asOf))
  const { homeCountries, byTrial } = await readHeldSites(trx)
  const tags = await readReferralTags(trx, [patientId])
  const overrides = await readOverrides(trx, [patientId])
  const list = candidateList({
    facts,
    asOf,
    offered,
    homeCountries,
    from,
    sitesOf: (trialId) => byTrial.get(trialId) ?? [],
    referralOf: (trialId) => tags.find((tag) => tag.trialId === trialId)?.tag ?? null,
    unseen: await readUnseenChanges(trx, { patientId, accountId, asOf }),
    overridesOf: (trialId) => overrides(patientId, trialId),
  })
  if (!hasOpposing(list.settling)) return list
  const [record] = await readPatientRecords(trx, [patientId])
  return record === undefined ? list : { ...list, settling: nameOpposing(list.settling, record) }
}

/** One patient against one trial, open or not, with every criterion; null where there is no such patient or trial. */
export async function readTrialVerdict(
  trx: Trx,
  asked: AskedPatient & { readonly trialId: string },
): Promise<Schemas['TrialVerdict'] | null> {
  const { patientId, trialId, accountId, asOf } = asked
  const own = await readOwnFacts(trx, asked)
  const trial = own === null ? null : await readHeldTrial(trx, trialId, asOf)
  if (own === null || trial === null) return null
  const { facts, from } = own
  const history = await readOverrideHistory(trx, { patientId, trialId })
  const assessment = assessTrial(facts, trial, asOf, standingOverrides(history))
  const { homeCountries, byTrial } = await readHeldSites(trx)
  const sites = byTrial.get(trialId) ?? []
  const tags = await readReferralTags(trx, [patientId])
  const referral = tags.find((tag) => tag.trialId === trialId)?.tag ?? null
  const unseen = await readUnseenChanges(trx, { patientId, accountId, asOf })
  const change = unseen.find((each) => each.trial.trialId === trialId)?.change ?? null
  return {
    asOf,
    reproduced: null,
    candidate: assembleCandidate(
      assessment,
      { sites, homeCountries, from, isLocationHidden: facts.isSensitive, travelLimit: travelLimitOf(facts) },
      referral,
      change,
    ),
    ...trialVerdicts(assessment),
    standingOverrides: describeStandingOverrides({ trial, facts, history, asOf }),
    overrideHistory: describeOverrideHistory(history),
  }
}

interface OwnFacts extends Pick<AskedPatient, 'from'> {
  readonly facts: PatientFacts
}

/** With the place that distances count from, as far as it may be known. */
async function readOwnFacts(trx: Trx, { patientId, scope, from }: AskedPatient): Promise<OwnFacts | null> {
  const held = (await readPatientFacts(trx, [patientId])).get(patientId)
  const relationship = held === undefined ? null : relationshipTo(scope, { patientId, ...held })
  if (held === undefined || relationship === null) return null
  const { facts } = held
  return { facts, from: mayKnowPlace({ isSensitive: facts.isSensitive, relationship }) ? from : null }
}
