import { sql } from 'kysely'
import type { TrialAssessment } from '#domain/eligibility/assess-trial.ts'
import { keptPlan } from '../database/kept-plan.ts'
import type { Trx } from '../plugins/operation.ts'
import { factsVersion, rulesVersion } from './facts-version.ts'
import type { ScreeningRound } from './screening-change-repository.ts'

/** One parameter holds them all; so many keep it below a megabyte. */
const rowsPerStatement = 2000

/** One patient against one trial that is offered. */
export interface ScreenedAnswer {
  readonly assessment: TrialAssessment
  readonly isBasket: boolean
}

export interface ScreenedAnswers {
  readonly patientId: string
  readonly organisationId: string
  /** By trial. */
  readonly now: ReadonlyMap<string, ScreenedAnswer>
}

/** Stores the answers of some patients, each with what it was found with, in place of any before. */
export async function storeScreeningRows(
  trx: Trx,
  patients: readonly ScreenedAnswers[],
  { asOf, at, trials }: ScreeningRound,
): Promise<void> {
  const versions = new Map(trials.map(({ trialId, version }) => [trialId, version]))
  const rows = patients.flatMap(({ patientId, organisationId, now }) =>
    [...now].map(([trialId, answer]) => ({
      patient_id: patientId,
      trial_id: trialId,
      organisation_id: organisationId,
      ...answerColumns(answer),
      trial_version: versions.get(trialId) ?? 0,
    })),
  )
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    // A parameter for each column of each row takes the database several times as long to read. A row that is there is
    // changed where it lies: taken away and added anew, each needs a new entry in every index.
    await sql`
      insert into screening
        (patient_id, trial_id, organisation_id, diagnosis_grade, outcome, undecided_keys, has_text_to_read,
          trial_version, facts_version, rules_version, as_of, screened_at)
      select patient_id, trial_id, organisation_id, diagnosis_grade, outcome, undecided_keys, has_text_to_read,
        trial_version, ${factsVersion}::integer, ${rulesVersion}::integer, ${asOf}::date, ${at}::timestamptz
      from json_to_recordset(${JSON.stringify(rows.slice(start, start + rowsPerStatement))}::json) answer (
        patient_id uuid, trial_id uuid, organisation_id uuid, diagnosis_grade text, outcome text, undecided_keys text[],
        has_text_to_read boolean, trial_version integer)
      on conflict (patient_id, trial_id) do update set
        organisation_id = excluded.organisation_id, diagnosis_grade = excluded.diagnosis_grade,
        outcome = excluded.outcome, undecided_keys = excluded.undecided_keys,
        has_text_to_read = excluded.has_text_to_read, trial_version = excluded.trial_version,
        facts_version = excluded.facts_version, rules_version = excluded.rules_version,
        as_of = excluded.as_of, screened_at = excluded.screened_at ${keptPlan}`.execute(trx)
  }
}

/** Takes away the answers of trials that are not offered any more. */
export async function removeScreeningRows(
  trx: Trx,
  gone: readonly { readonly patientId: string; readonly trialId: string }[],
): Promise<void> {
  if (gone.length === 0) return
  await sql`
    delete from screening
    using unnest(${gone.map(({ patientId }) => patientId)}::uuid[], ${gone.map(({ trialId }) => trialId)}::uuid[])
      as gone (patient_id, trial_id)
    where screening.patient_id = gone.patient_id and screening.trial_id = gone.trial_id`.execute(trx)
}

/** Of a trial for many cancers the grade says no more than that, and keeps it out of the counts. */
function answerColumns({ assessment, isBasket }: ScreenedAnswer) {
  const { diagnosisGrade, outcome, undecided, hasTextToRead } = assessment
  return {
    diagnosis_grade: isBasket ? 'basket' : diagnosisGrade,
    outcome,
    undecided_keys: undecided.map(({ key }) => key).sort(),
    has_text_to_read: hasTextToRead,
  }
}
