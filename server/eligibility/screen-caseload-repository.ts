import { type RawBuilder, sql } from 'kysely'
import { reasonForListing } from '#domain/eligibility/because-of-change.ts'
import { cohortsOf } from '#domain/eligibility/cohorts-of.ts'
import type { Criterion } from '#domain/eligibility/criterion.ts'
import type { Trx } from '../plugins/operation.ts'
import { compileTrial } from './compile-trial.ts'
import { factsVersion, rulesVersion } from './facts-version.ts'
import type { VersionedTrial } from './held-trials-repository.ts'
import { readOpenedOn, type ScreeningRound } from './screening-change-repository.ts'

/** A patient whose answer is stored. */
export interface SettledPatient {
  readonly patientId: string
  /** The counts of the patient's candidates are not what they were. */
  readonly isCountedAnew: boolean
}

/**
 * Stores in one statement the answers of one open trial for those of some patients whom SQL can answer for: its outcome
 * is decided there, no clinician ever gave a verdict, and the answer is new or the same as before. Somebody screened
 * before is told of the trial. The others, whom it does not return, are for the evaluator of criteria: an answer that
 * changed has to be explained.
 */
export async function screenCaseload(
  trx: Trx,
  trial: VersionedTrial,
  patientIds: readonly string[],
  { asOf, at, cause }: Omit<ScreeningRound, 'trials'>,
): Promise<readonly SettledPatient[]> {
  const { trialId, record, version } = trial
  const openedOn = (await readOpenedOn(trx, [trialId])).get(trialId) ?? null
  const because = JSON.stringify([reasonForListing({ isNewTrial: true, openedOn, asOf })])
  const compiled = compileTrial(record, { asOf })
  const ids = sql`${[...patientIds]}::uuid[]`
  const isAsked = sql<boolean>`patient_facts.patient_id = any (${ids}) and patient_facts.facts_version = ${factsVersion}
    and ${compiled.isOffered} and not exists (select from verdict_override
      where verdict_override.patient_id = patient_facts.patient_id and verdict_override.trial_id = ${trialId})`
  const { rows } = await sql<SettledPatient>`
    with answered as materialized (
      select screened.*, former.outcome as former_outcome, former.diagnosis_grade as former_grade
      from ${compiled.screen(isAsked)} as screened
      left join lateral (
        select outcome, diagnosis_grade from screening
        where screening.patient_id = screened.patient_id and screening.trial_id = ${trialId} limit 1
      ) as former on true
    ), settled as (
      select *, ${hasTextToRead(record.criteria)} as has_text_to_read
      from answered where outcome is not null and (former_outcome is null or former_outcome = outcome)
    ), stored as (
      insert into screening (patient_id, trial_id, organisation_id, diagnosis_grade, outcome, undecided_keys,
        has_text_to_read, facts_version, trial_version, rules_version, as_of, screened_at)
      select patient_id, ${trialId}::uuid, organisation_id, diagnosis_grade, outcome, missing,
        has_text_to_read, ${factsVersion}, ${version}, ${rulesVersion}, ${asOf}::date, ${at}::timestamptz
      from settled
      on conflict (patient_id, trial_id) do update set
        organisation_id = excluded.organisation_id, diagnosis_grade = excluded.diagnosis_grade,
        outcome = excluded.outcome, undecided_keys = excluded.undecided_keys,
        has_text_to_read = excluded.has_text_to_read, facts_version = excluded.facts_version,
        trial_version = excluded.trial_version, rules_version = excluded.rules_version,
        as_of = excluded.as_of, screened_at = excluded.screened_at
    ), told as (
      insert into screening_change (change_id, patient_id, trial_id, organisation_id, at, as_of, cause, kind,
        from_outcome, to_outcome, because, has_text_to_read, facts_version, trial_version, rules_version)
      select gen_random_uuid(), patient_id, ${trialId}::uuid, settled.organisation_id, ${at}::timestamptz, ${asOf}::date,
        ${cause}, case when outcome = 'notYet' then 'other' else 'newTrial' end,
        null, outcome, ${because}::jsonb, has_text_to_read, ${factsVersion}, ${version}, ${rulesVersion}
      from settled join candidate_count using (patient_id)
      where former_outcome is null and diagnosis_grade <> 'basket' and outcome <> 'notMatched'
    )
    select patient_id as "patientId",
      former_outcome is null or (former_grade = 'basket') <> (diagnosis_grade = 'basket') as "isCountedAnew"
    from settled`.execute(trx)
  return rows
}

/** Whether text without a rule binds in the cohort that gave the outcome. What does not fit needs no reading. */
function hasTextToRead(criteria: readonly Criterion[]): RawBuilder<boolean> {
  const texts = criteria.filter(({ expr }) => expr === null)
  const isForAll = texts.some(({ appliesTo }) => appliesTo === undefined)
  const cohorts = isForAll ? [] : cohortsOf(texts)
  const isOfCohort = isForAll ? sql`true` : sql`coalesce(cohort = any (${[...cohorts]}::text[]), false)`
  return sql`(outcome <> 'notMatched' and ${isOfCohort})`
}
