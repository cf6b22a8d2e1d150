import { sql } from 'kysely'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Trx } from '../plugins/operation.ts'
import { refreshPatientFacts } from './facts-repository.ts'
import { factsVersion, rulesVersion } from './facts-version.ts'
import { nextPatients, screenPatients } from './screening-repository.ts'

/** Whether somebody's stored answers are of another day, or were worked out by older rules than these. */
export async function isRescreenDue(trx: Trx, asOf: CalendarDate): Promise<boolean> {
  const { rows } = await sql<{ is_due: boolean }>`select
    exists (
      select from patient left join candidate_count using (patient_id)
      where candidate_count.as_of is distinct from ${asOf}::date
    )
    or exists (select from patient_facts where facts_version <> ${factsVersion})
    or exists (select from screening where rules_version <> ${rulesVersion}) as is_due`.execute(trx)
  return rows[0]?.is_due === true
}

/**
 * Assesses the next `limit` patients after `afterPatientId` against every open trial for a new day, their facts first
 * brought up to date where an older version derived them. Returns the last of them, or null when none is left.
 */
export async function rescreenDaySlice(
  trx: Trx,
  afterPatientId: string | null,
  limit: number,
  { asOf, now }: { readonly asOf: CalendarDate; readonly now: Date },
): Promise<string | null> {
  const patientIds = await nextPatients(trx, afterPatientId, limit)
  const last = patientIds.at(-1)
  if (last === undefined) return null
  const outdated = await trx
    .selectFrom('patient_facts')
    .select('patient_id')
    .where('patient_id', 'in', patientIds)
    .where('facts_version', '<>', factsVersion)
    .execute()
  const factsBefore = await refreshPatientFacts(
    trx,
    outdated.map(({ patient_id }) => patient_id),
    now,
  )
  await screenPatients(trx, patientIds, asOf, { at: now, cause: 'day', factsBefore })
  return last
}
