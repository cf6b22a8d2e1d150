import { accessReportEntries } from '#domain/audit/access-report.ts'
import { parseNhsNumber } from '#domain/identity/nhs-number.ts'
import type { Operation } from '../../plugins/operation.ts'
import { notFound } from '../../plugins/problem.ts'
import { listAuditRows } from './audit-event-list-repository.ts'
import { auditScopeOf } from './audit-policy.ts'
import { findAuditedPatientsBy, readAuditedPatient } from './audited-patient-repository.ts'
import { describeAuditEvent, exportHeader, exportRow } from './describe-audit-event.ts'
import { readPatientAccesses } from './patient-access-repository.ts'

const usualLimit = 50
const mostExported = 5000
const mostReported = 5000

/** Who saw whom, when and why, for a privacy officer. Reading it is written down like everything else. */
export const auditOperations: {
  readonly listAuditEvents: Operation<'listAuditEvents'>
  readonly exportAuditEvents: Operation<'exportAuditEvents'>
  readonly findAuditedPatients: Operation<'findAuditedPatients'>
  readonly getAccessReport: Operation<'getAccessReport'>
} = {
  async listAuditEvents({ trx, caller, query }) {
    const scope = auditScopeOf(caller)
    const { after = null, limit = usualLimit, ...filters } = query
    const patient = filters.patientId === undefined ? null : await readAuditedPatient(trx, scope, filters.patientId)
    if (filters.patientId !== undefined && patient === null) throw notFound('patient')
    const page = await listAuditRows(trx, { ...scope, filters, after, limit })
    const items = page.items.map(describeAuditEvent)
    const person = filters.accountId === undefined ? null : (items[0]?.actor.name ?? null)
    return { body: { items, next: page.next, patient, person } }
  },

  async exportAuditEvents({ trx, caller, body: filters }) {
    const scope = auditScopeOf(caller)
    if (filters.patientId !== undefined && !(await readAuditedPatient(trx, scope, filters.patientId))) {
      throw notFound('patient')
    }
    const page = await listAuditRows(trx, { ...scope, filters, after: null, limit: mostExported })
    const rows = page.items.map((row) => exportRow(describeAuditEvent(row)))
    return { body: { header: exportHeader, rows, isCapped: page.next !== null } }
  },

  async findAuditedPatients({ trx, caller, body, audit }) {
    const items = await findAuditedPatientsBy(trx, auditScopeOf(caller), numberOf(body.number))
    audit.patients(items.map(({ patientId }) => patientId))
    return { body: { items } }
  },

  async getAccessReport({ trx, caller, asOf, params }) {
    const patient = await readAuditedPatient(trx, auditScopeOf(caller), params.patientId)
    if (patient === null) throw notFound('patient')
    const { accesses, isCapped } = await readPatientAccesses(trx, params.patientId, mostReported)
    return { body: { madeOn: asOf, patient, entries: accessReportEntries(accesses), isCapped } }
  },
}

/** An NHS number however it is typed; anything else is taken for a hospital number. */
function numberOf(typed: string) {
  const parsed = parseNhsNumber(typed)
  return parsed.kind === 'valid'
    ? ({ column: 'nhs_number', value: parsed.nhsNumber } as const)
    : ({ column: 'hospital_number', value: typed.trim().toUpperCase() } as const)
}
