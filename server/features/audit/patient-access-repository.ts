import { type SqlBool, sql } from 'kysely'
import type { PatientAccess } from '#domain/audit/access-report.ts'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import type { Trx } from '../../plugins/operation.ts'

/** The newest times that something of one patient was seen or changed, and whether there are more that are older. */
export async function readPatientAccesses(
  trx: Trx,
  patientId: string,
  atMost: number,
): Promise<{ readonly accesses: readonly PatientAccess[]; readonly isCapped: boolean }> {
  const rows = await trx
    .selectFrom('audit_event')
    .leftJoin('organisation', 'organisation.organisation_id', 'audit_event.actor_organisation_id')
    .select(['at', 'role', 'operation', 'basis', 'organisation.name as organisation'])
    .where(sql<SqlBool>`sequence in (select audit_sequences_of_patient(${patientId}))`)
    .where('outcome', 'in', ['done', 'repeated'])
    .orderBy('sequence', 'desc')
    .limit(atMost + 1)
    .execute()
  const accesses = rows.slice(0, atMost).map(({ at, ...row }) => ({ ...row, on: calendarDateInLondon(at) }))
  return { accesses, isCapped: rows.length > atMost }
}
