/** What a use of the service is written into the audit log as. */
export type AuditAction = (typeof auditActions)[number]['action']

/** Every kind of use, with its words, in the order of a choice on screen. */
export const auditActions = [
  { action: 'view', label: 'Looked at' },
  { action: 'search', label: 'Searched or counted' },
  { action: 'export', label: 'Exported' },
  { action: 'print', label: 'Printed' },
  { action: 'change', label: 'Changed' },
  { action: 'emergency', label: 'Opened without being of the team' },
  { action: 'sign-in', label: 'Signed in' },
  { action: 'sign-out', label: 'Signed out' },
] as const satisfies readonly { action: string; label: string }[]

/** What came of it. Only of what is done or repeated was anything seen or changed. */
export type AuditOutcome = (typeof auditOutcomes)[number]['outcome']

export const auditOutcomes = [
  { outcome: 'done', label: 'Done' },
  { outcome: 'repeated', label: 'Done before, answered again' },
  { outcome: 'begun', label: 'Begun' },
  { outcome: 'denied', label: 'Denied' },
  { outcome: 'refused', label: 'Refused, nothing changed' },
  { outcome: 'failed', label: 'Failed' },
] as const satisfies readonly { outcome: string; label: string }[]

export function auditActionLabel(action: AuditAction): string {
  return auditActions.find((each) => each.action === action)?.label ?? action
}

export function auditOutcomeLabel(outcome: AuditOutcome): string {
  return auditOutcomes.find((each) => each.outcome === outcome)?.label ?? outcome
}
