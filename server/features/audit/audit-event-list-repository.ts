import { type SqlBool, sql } from 'kysely'
import type { components } from '#api/schema.ts'
import { keysetPage } from '../../paging/keyset-page.ts'
import type { Trx } from '../../plugins/operation.ts'
import type { AuditScope } from './audit-policy.ts'

export type AuditFilters = components['schemas']['AuditFilters']

export interface AuditListQuery extends AuditScope {
  readonly filters: AuditFilters
  readonly after: string | null
  readonly limit: number
}

export type AuditRow = Awaited<ReturnType<typeof listAuditRows>>['items'][number]

/** A page of what happened, the newest first. Row-level security holds it to the scope a second time. */
export async function listAuditRows(trx: Trx, { organisationId, filters, after, limit }: AuditListQuery) {
  const { patientId, accountId, action, outcome, from, to } = filters
  const rows = await trx
    .selectFrom('audit_event')
    .leftJoin('organisation', 'organisation.organisation_id', 'audit_event.actor_organisation_id')
    .leftJoin('trial', 'trial.trial_id', 'audit_event.trial_id')
    .select(['event_id', 'at', 'actor_kind', 'actor_account_id', 'actor_name', 'role', 'operation', 'action'])
    .select(['outcome', 'basis', 'reason', 'result_count', 'fields', 'request_id'])
    .select(['trial.trial_id', 'trial.registry_id', 'trial.title', 'organisation.name as organisation_name'])
    .select(sql<number>`cardinality(patient_ids)`.as('patient_count'))
    .select(
      sql<string | null>`(select patient.patient_id from patient
        where cardinality(patient_ids) = 1 and patient.patient_id = patient_ids[1]
          and (${organisationId}::uuid is null or patient.organisation_id = ${organisationId}))`.as('about_patient_id'),
    )
    // As a choice, so that the database does not take it for rare and sort all events instead of reading the newest.
    .$if(organisationId !== null, (query) =>
      query.where(
        sql<SqlBool>`case when ${organisationId}::uuid = any (audit_event.organisation_ids) then true else false end`,
      ),
    )
    .$if(patientId !== undefined, (query) =>
      query.where(sql<SqlBool>`sequence in (select audit_sequences_of_patient(${patientId}))`),
    )
    .$if(accountId !== undefined, (query) => query.where('actor_account_id', '=', accountId ?? null))
    .$if(action !== undefined, (query) => query.where('action', '=', action ?? 'view'))
    .$if(outcome !== undefined, (query) => query.where('outcome', '=', outcome ?? 'done'))
    .$if(from !== undefined, (query) => query.where(sql<SqlBool>`at >= ${startOfDay(from, 0)}`))
    .$if(to !== undefined, (query) => query.where(sql<SqlBool>`at < ${startOfDay(to, 1)}`))
    .$if(after !== null, (query) =>
      query.where(sql<SqlBool>`sequence < (select sequence from audit_event where event_id = ${after})`),
    )
    .orderBy('sequence', 'desc')
    .limit(limit + 1)
    .execute()
  return keysetPage(rows, { after, limit }, ({ event_id }) => event_id)
}

/** The moment at which a day begins in London, or one of the days after it. */
function startOfDay(day: string | undefined, daysLater: number) {
  return sql<Date>`((${day}::date + ${daysLater}::int)::timestamp at time zone 'Europe/London')`
}
