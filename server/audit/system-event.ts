import type { AuditOutcome } from '#domain/audit/audit-action.ts'
import { type AuditEvent, noSubjects } from './audit-event.ts'

/** What the system did by itself, or somebody at its terminal, who is nobody to it: `systemEvent('command:import', …)`. */
export function systemEvent(
  operation: `command:${string}` | `job:${string}`,
  {
    at,
    outcome,
    fields = [],
  }: { readonly at: Date; readonly outcome: AuditOutcome; readonly fields?: readonly string[] },
): AuditEvent {
  return {
    at,
    actor: { kind: 'system' },
    operation,
    action: 'change',
    outcome,
    request: null,
    basis: null,
    subjects: noSubjects,
    count: null,
    fields,
    reason: null,
  }
}
