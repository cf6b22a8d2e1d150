import type { components } from '#api/schema.ts'
import { isRole, roleLabel } from '#domain/access/role.ts'
import { accessBasisLabel } from '#domain/audit/access-basis.ts'
import { auditActionLabel, auditOutcomeLabel } from '#domain/audit/audit-action.ts'
import { operationLabel } from '#domain/audit/operation-words.ts'
import type { AuditRow } from './audit-event-list-repository.ts'

type AuditEvent = components['schemas']['AuditEvent']

export function describeAuditEvent(row: AuditRow): AuditEvent {
  const { trial_id, registry_id, title } = row
  return {
    eventId: row.event_id,
    at: row.at.toISOString(),
    actor: {
      accountId: row.actor_account_id,
      name: row.actor_kind === 'system' ? 'The system' : row.actor_name,
      role: row.role,
      organisation: row.organisation_name,
    },
    action: row.action,
    operation: row.operation,
    label: operationLabel(row.operation),
    outcome: row.outcome,
    basis: row.basis === null ? null : accessBasisLabel(row.basis),
    reason: row.reason,
    patientCount: row.patient_count,
    aboutPatientId: row.about_patient_id,
    trial:
      trial_id === null || registry_id === null || title === null
        ? null
        : { trialId: trial_id, registryId: registry_id, title },
    count: row.result_count,
    fields: row.fields,
    requestId: row.request_id,
  }
}

export const exportHeader = [
  'When (UTC)',
  'Who',
  'Role',
  'Organisation',
  'What',
  'Kind',
  'Outcome',
  'Why',
  'Patients',
  'Patient identifier',
  'Trial',
  'Found in all',
  'Fields',
  'Problem',
  'Request',
]

/** One line of the file: the cells in the order of the header. */
export function exportRow(event: AuditEvent): string[] {
  const { at, actor, label, action, outcome, basis, patientCount, aboutPatientId, trial, count, fields } = event
  return [
    at,
    actor.name ?? 'Not signed in',
    actor.role !== null && isRole(actor.role) ? roleLabel(actor.role) : '',
    actor.organisation ?? '',
    label,
    auditActionLabel(action),
    auditOutcomeLabel(outcome),
    basis ?? '',
    String(patientCount),
    aboutPatientId ?? '',
    trial?.registryId ?? '',
    count === null ? '' : String(count),
    fields.join(' '),
    event.reason ?? '',
    event.requestId ?? '',
  ]
}
