import { type SqlBool, sql } from 'kysely'
import { type ChangeOfTrial, candidateChange, newsSince } from '#domain/eligibility/candidate-change.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { keptPlan } from '../database/kept-plan.ts'
import type { Trx } from '../plugins/operation.ts'

export interface Reader {
  readonly accountId: string
  /** Today: what happened long ago is no news any more. */
  readonly asOf: CalendarDate
}

/** True of a change that the reader need not be told of: marked as seen, or long ago. */
export function isSeenBy({ accountId, asOf }: Reader) {
  return sql<boolean>`(screening_change.at < ${newsSince(asOf)}::timestamptz or exists (
    select from change_seen where change_seen.change_id = screening_change.change_id
    and change_seen.account_id = ${accountId}))`
}

/**
 * True of a change that the reader is to be told of: neither seen nor overtaken by a newer one of the same patient and trial,
 * of whatever kind and whoever has seen that. Filter by kind only besides, so that what is overtaken stays away.
 */
export function isNewsTo(reader: Reader) {
  return sql<SqlBool>`(not ${isSeenBy(reader)} and not exists (
    select from screening_change as newer
    where newer.patient_id = screening_change.patient_id and newer.trial_id = screening_change.trial_id
    and newer.at >= screening_change.at
    and (newer.at, newer.change_id) > (screening_change.at, screening_change.change_id)))`
}

/** What the reader has not seen of the trials of one patient. */
export async function readUnseenChanges(
  trx: Trx,
  { patientId, ...reader }: Reader & { readonly patientId: string },
): Promise<readonly ChangeOfTrial[]> {
  const rows = await trx
    .selectFrom('screening_change')
    .innerJoin('trial', 'trial.trial_id', 'screening_change.trial_id')
    .select(['change_id', 'screening_change.trial_id', 'trial.registry_id', 'trial.title', 'at', 'kind'])
    .select(['from_outcome', 'to_outcome', 'because', 'has_text_to_read', 'is_set_by_clinician'])
    .select(isSeenBy(reader).as('is_seen'))
    .where('patient_id', '=', patientId)
    .where('at', '>=', new Date(newsSince(reader.asOf)))
    .orderBy('at', 'desc')
    .orderBy('change_id', 'desc')
    .modifyEnd(keptPlan)
    .execute()
  const byTrial = [...Map.groupBy(rows, ({ trial_id }) => trial_id).values()]
  return byTrial.flatMap((group) => {
    const [newest] = group
    const change = candidateChange(
      group.map((row) => ({
        changeId: row.change_id,
        at: row.at.toISOString(),
        kind: row.kind,
        from: row.from_outcome,
        to: row.to_outcome,
        because: row.because,
        hasTextToRead: row.has_text_to_read,
        isSetByClinician: row.is_set_by_clinician,
        isSeen: row.is_seen,
      })),
    )
    if (newest === undefined || change === null) return []
    return [{ trial: { trialId: newest.trial_id, registryId: newest.registry_id, title: newest.title }, change }]
  })
}
