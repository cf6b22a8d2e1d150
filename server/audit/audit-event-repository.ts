import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { rulesVersion } from '#domain/eligibility/rules-version.ts'
import { keptPlan } from '../database/kept-plan.ts'
import type { Database } from '../database/schema.ts'
import { appVersion } from './app-version.ts'
import type { AuditActor, AuditEvent } from './audit-event.ts'

/** Writes one event with the transaction given: it stays or goes with what it tells of. */
export async function addAuditEvent(trx: Kysely<Database>, event: AuditEvent): Promise<void> {
  const { at, actor, operation, action, outcome, request, basis, subjects, count, fields, reason } = event
  const patientIds = sql<
    string[]
  >`audited_patients(${[...subjects.patientIds]}::uuid[], ${[...subjects.referralIds]}::uuid[])`
  await trx
    .insertInto('audit_event')
    .values({
      event_id: randomUUID(),
      at,
      ...actorColumns(actor),
      session_ref: request?.sessionRef ?? null,
      address: request?.address ?? null,
      request_id: request?.requestId ?? null,
      operation,
      action,
      outcome,
      basis,
      patient_ids: patientIds,
      organisation_ids: sql<string[]>`array(
        select unnest(audited_organisations(${patientIds}))
        union select organisation_id from account where account_id = ${subjects.accountId}::uuid
          and organisation_id is not null
        union select ${organisationOf(actor)}::uuid where ${organisationOf(actor)}::uuid is not null)`,
      trial_id: subjects.trialId,
      referral_id: subjects.referralIds.length === 1 ? (subjects.referralIds[0] ?? null) : null,
      account_id: subjects.accountId,
      result_count: count,
      fields: [...fields],
      reason,
      app_version: appVersion,
      rules_version: rulesVersion,
    })
    .modifyEnd(keptPlan)
    .execute()
}

function organisationOf(actor: AuditActor): string | null {
  return actor.kind === 'person' ? actor.organisationId : null
}

function actorColumns(actor: AuditActor) {
  const isPerson = actor.kind === 'person'
  return {
    actor_kind: actor.kind,
    actor_account_id: isPerson ? actor.accountId : null,
    actor_name: isPerson ? actor.name : null,
    role: isPerson ? actor.role : null,
    actor_organisation_id: organisationOf(actor),
  }
}
