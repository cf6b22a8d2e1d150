import { sql } from 'kysely'
import type { CareRole } from '#domain/access/care-role.ts'
import type { DelegatedDays } from '#domain/access/delegation.ts'
import type { PlacedPatient } from '#domain/access/patient-scope.ts'
import { type Role, teamRoles } from '#domain/access/role.ts'
import type { NamedRoleTable } from '../../database/tables/care-team-tables.ts'
import type { Caller, Trx } from '../../plugins/operation.ts'

/** Where a patient of the organisation is looked after; undefined for nobody there. */
export async function readPlaced(
  trx: Trx,
  { patientId, organisationId }: { readonly patientId: string; readonly organisationId: string },
): Promise<PlacedPatient | undefined> {
  return trx
    .selectFrom('patient')
    .select(['patient_id as patientId', 'organisation_id as organisationId', 'team_id as teamId'])
    .where('patient_id', '=', patientId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
}

/** A named role with whom it names as they are now. */
export interface StoredNaming extends DelegatedDays {
  readonly namedRoleId: string
  readonly accountId: string
  readonly name: string
  readonly role: Role
  readonly careRole: CareRole
  readonly isHere: boolean
  readonly reason: string
  readonly enteredBy: string
  readonly enteredAt: Date
  readonly endedBy: string | null
  readonly endReason: string | null
}

/** Everybody who is, was or will be named on a patient, the latest entered first. */
export async function readNamed(trx: Trx, patientId: string): Promise<StoredNaming[]> {
  const rows = await trx
    .selectFrom('named_role')
    .innerJoin('account', 'account.account_id', 'named_role.account_id')
    .select(['named_role_id as namedRoleId', 'named_role.account_id as accountId', 'care_role as careRole', 'reason'])
    .select(['account.name', 'account.role', 'account.is_active', 'account.organisation_id as worksFor'])
    .select(['starts_on as startsOn', 'ends_on as endsOn', 'ended_on as endedOn', 'named_role.organisation_id'])
    .select(['entered_at as enteredAt', 'entered_by_name as enteredBy'])
    .select(['ended_by_name as endedBy', 'end_reason as endReason'])
    .where('patient_id', '=', patientId)
    .orderBy('entered_at', 'desc')
    .orderBy(sql`account.name collate "und-x-icu"`)
    .orderBy('named_role_id')
    .execute()
  return rows.map(({ is_active, worksFor, organisation_id, ...naming }) => ({
    ...naming,
    isHere: is_active && worksFor === organisation_id && teamRoles.some((role) => role === naming.role),
  }))
}

/** Waits for whoever else names somebody on the same patient, so that days are compared with all that are there. */
export async function holdNamed(trx: Trx, patientId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`named roles ${patientId}`}, 0))`.execute(trx)
}

export type NewNaming = Pick<
  NamedRoleTable,
  'named_role_id' | 'patient_id' | 'organisation_id' | 'account_id' | 'care_role' | 'starts_on' | 'ends_on' | 'reason'
>

export async function addNaming(trx: Trx, naming: NewNaming, by: Caller, now: Date): Promise<void> {
  const entered = { entered_at: now, entered_by_account_id: by.accountId, entered_by_name: by.name }
  await trx
    .insertInto('named_role')
    .values({ ...naming, ...entered })
    .execute()
}

export interface NamingEnd {
  readonly namedRoleId: string
  readonly reason: string
  readonly by: Caller
  readonly on: string
  readonly now: Date
}

/** False where it has been ended already. */
export async function endNaming(trx: Trx, { namedRoleId, reason, by, on, now }: NamingEnd): Promise<boolean> {
  const ended = { ended_on: on, ended_at: now, ended_by_account_id: by.accountId, ended_by_name: by.name }
  const { numUpdatedRows } = await trx
    .updateTable('named_role')
    .set({ ...ended, end_reason: reason })
    .where('named_role_id', '=', namedRoleId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
