import { type RawBuilder, sql } from 'kysely'
import { reasonForListing } from '#domain/eligibility/because-of-change.ts'
import type { Outcome } from '#domain/eligibility/outcome-label.ts'
import type { Trx } from '../plugins/operation.ts'
import { compileMayBeOffered } from './compile-refusals.ts'
import { compileTrial } from './compile-trial.ts'
import { factsVersion, rulesVersion } from './facts-version.ts'
import type { VersionedTrial } from './held-trials-repository.ts'
import { readOpenedOn, type ScreeningRound } from './screening-change-repository.ts'

/**
 * Stores in one statement the answers of one open trial for those of some patients whom SQL can answer for: its outcome
 * is decided there, no clinician ever gave a verdict, and the answer is new or the same as before. Somebody screened
 * before is told of the trial, and a new answer is counted. Returns whom it left for the evaluator of criteria: an
 * answer that changed has to be explained, and one whose place among the counts changed has to be counted anew.
 */
export async function screenCaseload(
  trx: Trx,
  trial: VersionedTrial,
  patientIds: readonly string[],
  { asOf, at, cause }: Omit<ScreeningRound, 'trials'>,
): Promise<readonly string[]> {
  const { trialId, record, version } = trial
  const openedOn = (await readOpenedOn(trx, [trialId])).get(trialId) ?? null
  const because = JSON.stringify([reasonForListing({ isNewTrial: true, openedOn, wasKeptBy: null, asOf })])
  const compiled = compileTrial(record, { asOf })
  const ids = sql`${[...patientIds]}::uuid[]`
  const isAsked = sql<boolean>`patient_facts.patient_id = any (${ids}) and patient_facts.facts_version = ${factsVersion}
    and ${compiled.isOffered} and ${compileMayBeOffered(trialId)} and not exists (select from verdict_override
      where verdict_override.patient_id = patient_facts.patient_id and verdict_override.trial_id = ${trialId})`
  const { rows } = await sql<{ patient_id: string }>`
    with answered as materialized (
      select screened.*, former.outcome as former_outcome, former.diagnosis_grade as former_grade,
        former.has_text_to_read as former_text
      from ${compiled.screen(isAsked)} as screened
      left join lateral (
        select outcome, diagnosis_grade, has_text_to_read from screening
        where screening.patient_id = screened.patient_id and screening.trial_id = ${trialId} limit 1
      ) as former on true
    ), settled as (
      select * from answered where outcome is not null and (former_outcome is null
        or (former_outcome = outcome and (former_grade = 'basket') = (diagnosis_grade = 'basket')))
    ), stored as (
      insert into screening (patient_id, trial_id, organisation_id, diagnosis_grade, outcome, undecided_keys,
        has_text_to_read, facts_version, trial_version, rules_version, as_of, screened_at)
      select patient_id, ${trialId}::uuid, organisation_id, diagnosis_grade, outcome, missing,
        has_text, ${factsVersion}, ${version}, ${rulesVersion}, ${asOf}::date, ${at}::timestamptz
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
        null, outcome, ${because}::jsonb, has_text, ${factsVersion}, ${version}, ${rulesVersion}
      from settled join candidate_count using (patient_id)
      where former_outcome is null and diagnosis_grade <> 'basket' and outcome <> 'notMatched'
    ), counted as (
      update candidate_count set
        no_failures_found = no_failures_found + ${moreWith('noFailuresFound')},
        needs_clinician = needs_clinician + ${moreWith('needsClinician')},
        needs_data = needs_data + ${moreWith('needsData')},
        not_yet = not_yet + ${moreWith('notYet')},
        to_read = to_read + has_text::integer - coalesce(former_text, false)::integer,
        not_matched = not_matched + ${moreWith('notMatched')}
      from settled
      where candidate_count.patient_id = settled.patient_id and diagnosis_grade <> 'basket'
        and (former_outcome is null or former_text <> has_text)
    )
    select patient_id from unnest(${ids}) as asked (patient_id)
    where not exists (select from settled where settled.patient_id = asked.patient_id)
    order by patient_id`.execute(trx)
  return rows.map(({ patient_id }) => patient_id)
}

/** By how much the trial adds to those checked in full with this outcome: the same answer may have become one in part, or in full. */
function moreWith(outcome: Outcome): RawBuilder<number> {
  const is = sql`(outcome = ${outcome} and not has_text)::integer`
  return sql`${is} - coalesce((former_outcome = ${outcome} and not former_text)::integer, 0)`
}
