import type { components } from '#api/schema.ts'
import { assembleCandidate } from '#domain/eligibility/assemble-candidate.ts'
import { assessTrial } from '#domain/eligibility/assess-trial.ts'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import { describeOverrideHistory } from '#domain/eligibility/describe-override-history.ts'
import { standingOverrides } from '#domain/eligibility/override-entry.ts'
import {
  describePastInstantFault,
  type PastInstantFault,
  pastInstantFault,
} from '#domain/eligibility/past-instant-fault.ts'
import { recordAsKnownAt } from '#domain/eligibility/record-as-known-at.ts'
import { rulesVersion } from '#domain/eligibility/rules-version.ts'
import { describeStandingOverrides } from '#domain/eligibility/standing-override.ts'
import { storedOutcomeAt } from '#domain/eligibility/stored-outcome-at.ts'
import { travelLimitOf } from '#domain/eligibility/travel-limit.ts'
import { pastTrialVerdicts } from '#domain/eligibility/trial-verdicts.ts'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import { trialHeldAt } from '../../data/changes/trials-held-at.ts'
import { Problem } from '../../http/problem.ts'
import { type HeldTrialSites, homeCountries } from '../../state/held-trial.ts'
import { referralTags } from '../referrals/referral-tags.ts'
import { type CandidateQuestion, knownPlace } from './patient-candidates.ts'

/** The answer as it was at an instant: from the rows recorded by then, the version of the trial held then and that day. */
export function pastVerdict(
  { state, patient, caller, asOf }: CandidateQuestion,
  trial: HeldTrialSites,
  givenAt: string,
): components['schemas']['TrialVerdict'] {
  const { patientId } = patient
  const { trialId } = trial
  const fault = pastInstantFault(givenAt, state.now().toISOString())
  if (fault !== null) throw noPastAnswer(fault)
  const at = new Date(givenAt)
  const instant = at.toISOString()
  const source = state.data.trials.find((each) => each.trialId === trialId)
  const held = source === undefined ? null : trialHeldAt(source, instant)
  if (held === null) throw noPastAnswer('beforeTrial')

  const then = calendarDateInLondon(at)
  const history = (patient.overrides.get(trialId) ?? []).filter((entry) => entry.at <= instant)
  const facts = deriveFacts(recordAsKnownAt(patient.record, instant))
  const assessment = assessTrial(facts, held, then, standingOverrides(history))
  const referral = referralTags(state, patientId).find((tag) => tag.trialId === trialId) ?? null
  const changes = state.changes.filter((change) => change.patientId === patientId && change.trialId === trialId)
  const current = patient.screening(asOf).find((screened) => screened.trialId === trialId)
  const stored = storedOutcomeAt(
    instant,
    changes.map((change) => ({ ...change, isSameRules: true })),
    current === undefined
      ? null
      : {
          outcome: current.assessment.outcome,
          screenedAt: state.filledAt.toISOString(),
          isSameRules: true,
        },
  )
  return {
    asOf: then,
    reproduced: { at: instant, asOf: then, trialVersion: held.version, rulesVersion, ...stored },
    candidate: assembleCandidate(
      assessment,
      {
        sites: trial.sites,
        homeCountries,
        from: knownPlace(patient, caller),
        isLocationHidden: facts.isSensitive,
        travelLimit: travelLimitOf(facts),
      },
      referral,
      null,
    ),
    ...pastTrialVerdicts(assessment),
    standingOverrides: describeStandingOverrides({ trial: held, facts, history, asOf: then }),
    overrideHistory: describeOverrideHistory(history),
  }
}

function noPastAnswer(fault: PastInstantFault): Problem {
  const { kind, title, detail, remedy, errors } = describePastInstantFault(fault)
  return new Problem(400, kind, title, detail, remedy, { errors: [...errors] })
}
