import type { components } from '#api/schema.ts'
import type { OverrideAuthor, OverrideDecision } from '#domain/eligibility/decide-override.ts'
import type { OverrideSituation } from '#domain/eligibility/standing-override.ts'
import { notFound, toProblem } from '../../http/problem.ts'
import { holdPatient } from '../../state/held-patient.ts'
import type { HeldTrialSites } from '../../state/held-trial.ts'
import { noteChanges } from '../changes/note-changes.ts'
import { type CandidateQuestion, patientVerdict } from './patient-candidates.ts'

/** Adds what was decided to the history of a trial, and puts the patient in place anew, so that every answer follows. */
export function changeOverrides(
  asked: CandidateQuestion & { readonly trial: HeldTrialSites; readonly now: Date },
  decide: (situation: OverrideSituation, author: OverrideAuthor) => OverrideDecision,
): components['schemas']['TrialVerdict'] {
  const { state, patient, trial, caller, asOf, now } = asked
  const history = patient.overrides.get(trial.trialId) ?? []
  const author = { overrideId: crypto.randomUUID(), by: caller.name, role: caller.role, at: now.toISOString() }
  const decision = decide({ trial, facts: patient.facts(), history, asOf }, author)
  if (decision.kind === 'unknown') throw notFound('verdict of a clinician')
  if (decision.kind === 'refused') {
    const { refusal, currentOverride } = decision
    throw toProblem(refusal, currentOverride === undefined ? {} : { currentOverride })
  }
  const overrides = new Map(patient.overrides).set(trial.trialId, [...history, decision.entry])
  const openTrials = [...state.trials.values()].filter(({ isOpenAtHome }) => isOpenAtHome)
  const changed = holdPatient({ ...patient, overrides }, openTrials, now)
  state.patients.set(patient.patientId, changed)
  const { accountId } = caller
  noteChanges(state, { before: patient, now: changed, asOf, at: now, cause: 'override', accountId })
  return patientVerdict({ state, patient: changed, caller, asOf }, trial)
}
