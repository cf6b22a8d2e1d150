import type { Role } from '#domain/access/role.ts'
import type { AccessBasis } from '#domain/audit/access-basis.ts'
import type { AuditAction, AuditOutcome } from '#domain/audit/audit-action.ts'

/** One use of the service, as it is written into the audit log. It names by identifiers and holds no clinical value. */
export interface AuditEvent {
  readonly at: Date
  readonly actor: AuditActor
  /** The operation of the contract, "command:import" or "job:rescreen-trial". */
  readonly operation: string
  readonly action: AuditAction
  readonly outcome: AuditOutcome
  /** Where it came from; null for what the system does by itself. */
  readonly request: AuditedRequest | null
  readonly basis: AccessBasis | null
  readonly subjects: AuditSubjects
  /** How many were found in all. */
  readonly count: number | null
  /** Names of the fields that were sent, or that stand for themselves when left out, never what was in them. */
  readonly fields: readonly string[]
  /** The kind of problem that it was answered with. */
  readonly reason: string | null
}

export type AuditActor =
  | {
      readonly kind: 'person'
      readonly accountId: string
      readonly name: string
      readonly role: Role
      readonly organisationId: string | null
    }
  | { readonly kind: 'system' }
  | { readonly kind: 'nobody' }

export interface AuditedRequest {
  readonly requestId: string
  /** Tells one session from another and opens none; null outside a session. */
  readonly sessionRef: string | null
  readonly address: string
}

export interface AuditSubjects {
  readonly patientIds: readonly string[]
  /** Referrals shown or changed: their patients count as named too. */
  readonly referralIds: readonly string[]
  readonly trialId: string | null
  readonly accountId: string | null
}

export const noSubjects: AuditSubjects = { patientIds: [], referralIds: [], trialId: null, accountId: null }
