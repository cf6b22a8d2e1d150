import { type Kysely, sql } from 'kysely'
import { type DelegatedDays, type TrialDuty, trialDutiesOn } from '#domain/access/delegation.ts'
import { type NamedRole, namedRolesOn } from '#domain/access/named-role.ts'
import { type Role, teamRoles } from '#domain/access/role.ts'
import { absoluteMilliseconds, idleMilliseconds, sessionLeft } from '#domain/access/session-limits.ts'
import { forgottenAfter } from '#domain/access/sign-in-back-off.ts'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import { keptPlan } from '../database/kept-plan.ts'
import type { Database } from '../database/schema.ts'
import type { Caller } from './operation.ts'
import type { SessionRows } from './sessions.ts'

/** Session rows in the database. Of one that has ended nothing is told; `removeExpiredSessions` takes them away. */
export function sessionRows(db: Kysely<Database>): SessionRows {
  return {
    async read(sessionHash, now) {
      // One statement: on the embedded database each one waits its turn behind whole transactions.
      const row = await db
        .selectFrom('session')
        .leftJoin('account', (join) =>
          join.onRef('account.account_id', '=', 'session.account_id').on('account.is_active', '=', true),
        )
        .leftJoin('organisation', 'organisation.organisation_id', 'account.organisation_id')
        .select(['session.data', 'session_id', 'began_at', 'last_used_at', 'account.account_id', ...callerColumns])
        .select(relationshipColumns(now))
        .select([namedLines, delegationLines])
        .where('session_hash', '=', sessionHash)
        .modifyEnd(keptPlan)
        .executeTakeFirst()
      if (!row) return null
      const { data, session_id: sessionId, began_at: beganAt, last_used_at: lastUsedAt } = row
      const instants = { beganAt: beganAt.getTime(), lastUsedAt: lastUsedAt.getTime(), now: now.getTime() }
      return sessionLeft(instants) && { data, caller: toCaller(row, now), sessionId, beganAt, lastUsedAt }
    },
    async write(sessionHash, data, accountId, now) {
      const values = { data: JSON.stringify(data), account_id: accountId }
      const expires_at = new Date(now.getTime() + absoluteMilliseconds)
      await db
        .insertInto('session')
        .values({ session_hash: sessionHash, ...values, began_at: now, last_used_at: now, expires_at })
        .onConflict((conflict) => conflict.column('session_hash').doUpdateSet(values))
        .execute()
    },
    async use(sessionHash, now) {
      await db
        .updateTable('session')
        .set({ last_used_at: now })
        .where('session_hash', '=', sessionHash)
        .where('last_used_at', '<', now)
        .execute()
    },
    async remove(sessionHash) {
      await db.deleteFrom('session').where('session_hash', '=', sessionHash).execute()
    },
  }
}

/** An account with its role and organisation as they are now; null once it is closed. */
export async function findCaller(db: Kysely<Database>, accountId: string, now: Date): Promise<Caller | null> {
  const row = await db
    .selectFrom('account')
    .leftJoin('organisation', 'organisation.organisation_id', 'account.organisation_id')
    .select(['account.account_id', ...callerColumns])
    .select(relationshipColumns(now))
    .select([namedLines, delegationLines])
    .where('account_id', '=', accountId)
    .where('is_active', '=', true)
    .executeTakeFirst()
  return row ? toCaller(row, now) : null
}

const callerColumns = [
  'account.name',
  'account.role',
  'organisation.organisation_id',
  'organisation.code',
  'organisation.name as organisation_name',
  'organisation.latitude',
  'organisation.longitude',
] as const

/** What names the account on patients of the organisation it is of now; which of it holds is for the rules to say. */
const namedLines = sql<readonly NamedRole[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('patientId', patient_id, 'careRole', care_role,
    'startsOn', starts_on, 'endsOn', ends_on, 'endedOn', ended_on)), '[]')
  from named_role
  where named_role.account_id = account.account_id and named_role.organisation_id = account.organisation_id
    and ended_on is null and account.role = any (${[...teamRoles]}::text[]))`.as('named_lines')

/** A membership counts from its first day to the day before it ends, the opening of a record until its instant. */
function relationshipColumns(now: Date) {
  const today = calendarDateInLondon(now)
  return [
    sql<string[]>`array(select team_id from team_member where team_member.account_id = account.account_id
      and since <= ${today}::date and (until is null or until > ${today}::date))`.as('team_ids'),
    sql<string[]>`array(select patient_id from emergency_access where emergency_access.account_id = account.account_id
      and ends_at > ${now}::timestamptz)`.as('opened_patient_ids'),
  ] as const
}

/** Every line about the account at the organisation it is of now; which of them hold is for the rules to say. */
const delegationLines = sql<readonly (DelegatedDays & TrialDuty)[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('trialId', trial_id, 'duty', duty, 'startsOn', starts_on,
    'endsOn', ends_on, 'endedOn', ended_on)), '[]')
  from delegation
  where delegation.account_id = account.account_id and delegation.organisation_id = account.organisation_id)`.as(
  'delegation_lines',
)

interface CallerRow {
  readonly account_id: string | null
  readonly name: string | null
  readonly role: Role | null
  readonly organisation_id: string | null
  readonly code: string | null
  readonly organisation_name: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly team_ids: readonly string[]
  readonly opened_patient_ids: readonly string[]
  readonly named_lines: readonly NamedRole[]
  readonly delegation_lines: readonly (DelegatedDays & TrialDuty)[]
}

function toCaller({ account_id, name, role, ...row }: CallerRow, now: Date): Caller | null {
  if (account_id === null || name === null || role === null) return null
  const { organisation_id, code, organisation_name, latitude, longitude } = row
  return {
    accountId: account_id,
    name,
    role,
    organisation:
      organisation_id === null || code === null || organisation_name === null
        ? null
        : { organisationId: organisation_id, code, name: organisation_name, latitude, longitude },
    teamIds: row.team_ids,
    namedRoles: namedRolesOn(row.named_lines, calendarDateInLondon(now)),
    openedPatientIds: row.opened_patient_ids,
    trialDuties: trialDutiesOn(row.delegation_lines, calendarDateInLondon(now)),
  }
}

/** Takes away rows whose time has passed, by either limit. */
export async function removeExpiredSessions(db: Kysely<Database>, now: Date): Promise<void> {
  const lastIdle = new Date(now.getTime() - idleMilliseconds)
  await db
    .deleteFrom('session')
    .where((is) => is.or([is('expires_at', '<=', now), is('last_used_at', '<=', lastIdle)]))
    .execute()
}

/** Takes away failed attempts that no longer make anybody wait. */
export async function removeOldFailures(db: Kysely<Database>, now: Date): Promise<void> {
  await db
    .deleteFrom('sign_in_failures')
    .where('last_at', '<=', new Date(now.getTime() - forgottenAfter))
    .execute()
}
