import { type SqlBool, sql } from 'kysely'
import type { components } from '#api/schema.ts'
import type { ReviewOutcome } from '#domain/access/emergency-access.ts'
import type { EmergencyAccessTable } from '../../database/tables/care-team-tables.ts'
import { keysetPage } from '../../paging/keyset-page.ts'
import type { Trx } from '../../plugins/operation.ts'

type Schemas = components['schemas']

/** The patient of the caller's organisation with this number and birthday, and who looks after them; null for nobody. */
export async function findPatientToOpen(
  trx: Trx,
  { nhsNumber, bornOn }: { readonly nhsNumber: string; readonly bornOn: string },
): Promise<{ readonly patientId: string; readonly teamId: string | null } | null> {
  const { rows } = await sql<{ patient_id: string; team_id: string | null }>`
    select patient_id, team_id from patient_to_open(${nhsNumber}, ${bornOn}::date)`.execute(trx)
  const [row] = rows
  return row === undefined ? null : { patientId: row.patient_id, teamId: row.team_id }
}

export type NewAccess = Pick<
  EmergencyAccessTable,
  | 'access_id'
  | 'patient_id'
  | 'organisation_id'
  | 'account_id'
  | 'actor_name'
  | 'role'
  | 'began_at'
  | 'ends_at'
  | 'reason_code'
  | 'reason'
>

export async function addAccess(trx: Trx, access: NewAccess): Promise<void> {
  await trx.insertInto('emergency_access').values(access).execute()
}

/** Whoever has opened the record of a patient and can still see it, the latest first. */
export async function readStandingAccesses(
  trx: Trx,
  patientId: string,
  now: Date,
): Promise<Schemas['StandingAccess'][]> {
  const rows = await trx
    .selectFrom('emergency_access')
    .select(['actor_name', 'role', 'began_at', 'ends_at', 'reason_code'])
    .where('patient_id', '=', patientId)
    .where('ends_at', '>', now)
    .orderBy('began_at', 'desc')
    .execute()
  return rows.map((row) => ({
    name: row.actor_name,
    role: row.role,
    beganAt: row.began_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    reasonCode: row.reason_code,
  }))
}

export interface AccessListQuery {
  /** Null: every organisation, for an officer who works for none. */
  readonly organisationId: string | null
  readonly isToReviewOnly: boolean
  readonly after: string | null
  readonly limit: number
}

/** One page of openings, the newest first. */
export async function readAccesses(trx: Trx, query: AccessListQuery): Promise<Schemas['EmergencyAccessPage']> {
  const { after, limit } = query
  const rows = await accesses(trx, query.organisationId)
    .$if(query.isToReviewOnly, (select) => select.where('reviewed_at', 'is', null))
    .$if(after !== null, (select) =>
      select.where(
        sql<SqlBool>`(began_at, access_id) < (select began_at, access_id from emergency_access where access_id = ${after})`,
      ),
    )
    .orderBy('began_at', 'desc')
    .orderBy('access_id', 'desc')
    .limit(limit + 1)
    .execute()
  const { items, next } = keysetPage(rows, { after, limit }, ({ access_id }) => access_id)
  return { items: items.map(describe), next }
}

export async function readAccess(
  trx: Trx,
  organisationId: string | null,
  accessId: string,
): Promise<Schemas['EmergencyAccess'] | null> {
  const row = await accesses(trx, organisationId).where('access_id', '=', accessId).executeTakeFirst()
  return row ? describe(row) : null
}

export interface Review {
  readonly accessId: string
  readonly outcome: ReviewOutcome
  readonly note: string
  readonly reviewer: { readonly accountId: string; readonly name: string }
  readonly now: Date
}

/** False where somebody has reviewed it already. */
export async function addReview(trx: Trx, { accessId, outcome, note, reviewer, now }: Review): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('emergency_access')
    .set({
      reviewed_at: now,
      reviewer_account_id: reviewer.accountId,
      reviewer_name: reviewer.name,
      review_outcome: outcome,
      review_note: note,
    })
    .where('access_id', '=', accessId)
    .where('reviewed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function accesses(trx: Trx, organisationId: string | null) {
  return trx
    .selectFrom('emergency_access')
    .innerJoin('patient', 'patient.patient_id', 'emergency_access.patient_id')
    .innerJoin('organisation', 'organisation.organisation_id', 'emergency_access.organisation_id')
    .select(['access_id', 'emergency_access.patient_id', 'actor_name', 'role', 'began_at', 'ends_at', 'reason_code'])
    .select(['reason', 'reviewed_at', 'reviewer_name', 'review_outcome', 'review_note'])
    .select(['family_name', 'given_name', 'patient.title', 'born_on', 'nhs_number'])
    .select(['organisation.organisation_id', 'organisation.code', 'organisation.name as organisation_name'])
    .$if(organisationId !== null, (query) => query.where('emergency_access.organisation_id', '=', organisationId))
}

type AccessRow = Awaited<ReturnType<ReturnType<typeof accesses>['executeTakeFirstOrThrow']>>

function describe(row: AccessRow): Schemas['EmergencyAccess'] {
  const { reviewed_at: at, reviewer_name: by, review_outcome: outcome, review_note: note } = row
  return {
    accessId: row.access_id,
    patient: {
      patientId: row.patient_id,
      name: { familyName: row.family_name, givenName: row.given_name, title: row.title },
      bornOn: row.born_on,
      nhsNumber: row.nhs_number,
      organisation: { organisationId: row.organisation_id, code: row.code, name: row.organisation_name },
    },
    name: row.actor_name,
    role: row.role,
    beganAt: row.began_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    reasonCode: row.reason_code,
    reason: row.reason,
    review:
      at === null || by === null || outcome === null || note === null
        ? null
        : { outcome, note, by, at: at.toISOString() },
  }
}
