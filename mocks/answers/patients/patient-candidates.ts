import type { components } from '#api/schema.ts'
import { mayKnowPlace } from '#domain/access/known-place.ts'
import { relationshipTo } from '#domain/access/patient-scope.ts'
import { assembleCandidate } from '#domain/eligibility/assemble-candidate.ts'
import { assessTrial } from '#domain/eligibility/assess-trial.ts'
import { candidateList } from '#domain/eligibility/candidate-list.ts'
import { describeOverrideHistory } from '#domain/eligibility/describe-override-history.ts'
import { hasOpposing, nameOpposing } from '#domain/eligibility/name-opposing.ts'
import { offeredTrials } from '#domain/eligibility/offered-trials.ts'
import { standingOverrides } from '#domain/eligibility/override-entry.ts'
import { describeStandingOverrides } from '#domain/eligibility/standing-override.ts'
import { travelLimitOf } from '#domain/eligibility/travel-limit.ts'
import { trialVerdicts } from '#domain/eligibility/trial-verdicts.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Caller } from '../../http/caller.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldPatient } from '../../state/held-patient.ts'
import { type HeldTrialSites, homeCountries } from '../../state/held-trial.ts'
import { unseenOfPatient } from '../changes/seen-changes.ts'
import { referralTags } from '../referrals/referral-tags.ts'

type Schemas = components['schemas']

export interface CandidateQuestion {
  readonly state: DemonstrationState
  readonly patient: HeldPatient
  /** Distances count from the organisation of whoever asks. */
  readonly caller: Caller
  readonly asOf: CalendarDate
}

/** The place that distances count from, as far as it may be known. */
export function knownPlace(patient: HeldPatient, { scope, organisation }: Caller): Caller['organisation'] {
  const relationship = relationshipTo(scope, patient)
  const { isSensitive } = patient.facts()
  return relationship !== null && mayKnowPlace({ isSensitive, relationship }) ? organisation : null
}

/** The open trials of one patient, in their groups and in order. */
export function patientCandidates({ state, patient, caller, asOf }: CandidateQuestion): Schemas['CandidateList'] {
  const facts = patient.facts()
  const open = [...state.trials.values()].filter(({ isOpenAtHome }) => isOpenAtHome)
  const tags = referralTags(state, patient.patientId)
  const list = candidateList({
    facts,
    asOf,
    offered: offeredTrials(facts, open),
    homeCountries,
    from: knownPlace(patient, caller),
    sitesOf: (trialId) => state.trials.get(trialId)?.sites ?? [],
    referralOf: (trialId) => tags.find((tag) => tag.trialId === trialId) ?? null,
    unseen: unseenOfPatient(state, { patientId: patient.patientId, accountId: caller.accountId, asOf }),
    overridesOf: (trialId) => standingOverrides(patient.overrides.get(trialId) ?? []),
  })
  return hasOpposing(list.settling) ? { ...list, settling: nameOpposing(list.settling, patient.record) } : list
}

/** One patient against one trial, open or not, with every criterion. */
export function patientVerdict(
  { state, patient, caller, asOf }: CandidateQuestion,
  trial: HeldTrialSites,
): Schemas['TrialVerdict'] {
  const history = patient.overrides.get(trial.trialId) ?? []
  const assessment = assessTrial(patient.facts(), trial, asOf, standingOverrides(history))
  const tags = referralTags(state, patient.patientId)
  const referral = tags.find(({ trialId }) => trialId === trial.trialId) ?? null
  const travelLimit = travelLimitOf(patient.facts())
  const isLocationHidden = patient.facts().isSensitive
  const sites = { sites: trial.sites, homeCountries, from: knownPlace(patient, caller), isLocationHidden, travelLimit }
  const reader = { patientId: patient.patientId, accountId: caller.accountId, asOf }
  const unseen = unseenOfPatient(state, reader).find((each) => each.trial.trialId === trial.trialId)
  return {
    asOf,
    reproduced: null,
    candidate: assembleCandidate(assessment, sites, referral, unseen?.change ?? null),
    ...trialVerdicts(assessment),
    standingOverrides: describeStandingOverrides({ trial, facts: patient.facts(), history, asOf }),
    overrideHistory: describeOverrideHistory(history),
  }
}
