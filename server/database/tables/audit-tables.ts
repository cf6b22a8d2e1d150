import type { GeneratedAlways } from 'kysely'
import type { Role } from '#domain/access/role.ts'
import type { AuditAction, AuditOutcome } from '#domain/audit/audit-action.ts'

export interface AuditEventTable {
  event_id: string
  /** The order in which events were written; of requests at the same moment not that in which they were committed. */
  sequence: GeneratedAlways<number>
  at: Date
  actor_kind: 'person' | 'system' | 'nobody'
  actor_account_id: string | null
  actor_name: string | null
  role: Role | null
  actor_organisation_id: string | null
  session_ref: string | null
  address: string | null
  request_id: string | null
  operation: string
  action: AuditAction
  outcome: AuditOutcome
  basis: string | null
  patient_ids: string[]
  /** Whose officers may read it: the actor's organisation and those of the patients. */
  organisation_ids: string[]
  trial_id: string | null
  referral_id: string | null
  account_id: string | null
  result_count: number | null
  fields: string[]
  reason: string | null
  app_version: string
  rules_version: number
}

export interface AuditLinkTable {
  position: number
  event_id: string
  sequence: number
  linked_at: Date
  hash: string
}

export interface AuditHeadTable {
  is_head: true
  /** How many links the chain has. */
  position: number
  linked_at: Date | null
  hash: string
}
