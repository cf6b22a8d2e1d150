import { assessTrial } from '#domain/eligibility/assess-trial.ts'
import { criteriaToLookAt } from '#domain/eligibility/criteria-to-look-at.ts'
import type { PatientFacts } from '#domain/eligibility/patient-facts.ts'
import type { AnswerBefore, AnswerNow } from '#domain/eligibility/screening-comparison.ts'
import type { Trx } from '../plugins/operation.ts'
import { factsVersion, rulesVersion } from './facts-version.ts'
import { readFormerTrials, type VersionedTrial, versionKey } from './held-trials-repository.ts'
import type { OverridesOf } from './override-repository.ts'
import type { StoredAnswer } from './stored-answers-repository.ts'

/** A stored answer that can say why it was so. */
export interface ExplainedAnswer extends StoredAnswer, AnswerBefore {}

/** A patient with the answers of the screening before and of this one, both by trial. */
export interface AnsweredTwice {
  readonly patientId: string
  /** What the answers before were found with; null where it is not known any more. */
  readonly factsBefore: PatientFacts | null
  /** Of a patient who was not screened before, without reasons. */
  readonly before: ReadonlyMap<string, StoredAnswer & Partial<Pick<AnswerBefore, 'reasons'>>>
  readonly now: ReadonlyMap<string, AnswerNow>
}

/**
 * Gives stored answers their reasons, by working them out again with the facts, the version of the trial, the day and the
 * clinicians' verdicts of then. Nothing is worked out before it is asked for, and no trial read that did not change.
 */
export async function explainAnswers<Patient extends AnsweredTwice>(
  trx: Trx,
  patients: readonly Patient[],
  trials: readonly VersionedTrial[],
  overridesBefore: OverridesOf,
): Promise<readonly (Patient & { readonly before: ReadonlyMap<string, ExplainedAnswer> })[]> {
  const current = new Map(trials.map((trial) => [versionKey(trial.trialId, trial.version), trial]))
  const sameAsThen = (trialId: string, { trialVersion, asOf }: StoredAnswer) => {
    const trial = current.get(versionKey(trialId, trialVersion))
    return trial !== undefined && hadItsRules(trial, asOf) ? trial : null
  }
  const former = patients.flatMap(({ before, now }) =>
    [...before]
      .filter(([trialId, answer]) => mayBeTold(answer.outcome, now.get(trialId)) && !sameAsThen(trialId, answer))
      .map(([trialId, { trialVersion }]) => ({ trialId, version: trialVersion })),
  )
  const then = await readFormerTrials(trx, former)
  const trialOf = (trialId: string, answer: StoredAnswer) =>
    sameAsThen(trialId, answer) ?? then.get(versionKey(trialId, answer.trialVersion))?.(answer.asOf) ?? null
  const reasonsOf = ({ patientId, factsBefore }: Patient, trialId: string, answer: StoredAnswer) => {
    const trial = trialOf(trialId, answer)
    if (factsBefore === null || trial === null || !isOfTheseRules(answer)) return null
    return assessTrial(factsBefore, trial, answer.asOf, overridesBefore(patientId, trialId))
  }
  return patients.map((patient) => ({
    ...patient,
    before: new Map(
      [...patient.before].map(([trialId, answer]) => [
        trialId,
        { ...answer, reasons: () => reasonsOf(patient, trialId, answer) },
      ]),
    ),
  }))
}

/** Of the same version, the rules may have come into use since. */
function hadItsRules({ rulesFrom }: VersionedTrial, asOf: StoredAnswer['asOf']): boolean {
  return rulesFrom === null || rulesFrom <= asOf
}

/**
 * Another outcome, or a clinician's verdict to be looked at again, which may have been so before. Where the trial is not
 * offered any more, that alone is the reason.
 */
function mayBeTold(outcome: StoredAnswer['outcome'], now: AnswerNow | undefined): boolean {
  if (now === undefined) return false
  const { assessment } = now
  return assessment.outcome !== outcome || criteriaToLookAt(assessment.criteria).length > 0
}

function isOfTheseRules(answer: StoredAnswer): boolean {
  return answer.rulesVersion === rulesVersion && answer.factsVersion === factsVersion
}
