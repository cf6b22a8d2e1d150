import { randomUUID } from 'node:crypto'
import { roleLabel } from '#domain/access/role.ts'
import { checkNewItem } from '#domain/eligibility/check-new-item.ts'
import { describeRefusal, type ItemFault } from '#domain/eligibility/item-fault.ts'
import { outcomeChanges } from '#domain/eligibility/outcome-changes.ts'
import { rowsOfNewItem, withRows } from '#domain/eligibility/rows-of-new-item.ts'
import { replacePatientFacts } from '../../eligibility/facts-repository.ts'
import { addPatientRows, readPatientRecords } from '../../eligibility/patient-rows-repository.ts'
import { readScreenedOutcomes } from '../../eligibility/screened-outcomes-repository.ts'
import { screenChangedPatient } from '../../eligibility/screening-repository.ts'
import { answerOnce } from '../../plugins/idempotency-repository.ts'
import type { Answer, Operation } from '../../plugins/operation.ts'
import { notFound, Problem } from '../../plugins/problem.ts'
import { lockPatient, noteChange } from './patient-change-repository.ts'
import { organisationOf } from './patient-policy.ts'

/** Adds one row to a record, and checks the trials again in the same transaction. The same form sent twice adds one. */
export const recordPatientItem: Operation<'recordPatientItem'> = (asked) => {
  const { trx, caller, audit, params, headers, body } = asked
  audit.changed([body.kind])
  const content = { ...params, body }
  const once = { caller, audit, key: headers['idempotency-key'], operation: 'recordPatientItem', content }
  return answerOnce(trx, once, () => record(asked))
}

async function record(asked: Parameters<Operation<'recordPatientItem'>>[0]): Promise<Answer<'recordPatientItem'>> {
  const { trx, caller, asOf, now, params, body } = asked
  const { patientId } = params
  const organisationId = organisationOf(caller)
  if (!(await lockPatient(trx, { patientId, organisationId }))) throw notFound('patient')
  const [held] = await readPatientRecords(trx, [patientId])
  if (held === undefined) throw notFound('patient')
  const faults = checkNewItem(held, body, asOf)
  if (faults.length > 0) throw refused(faults)

  const itemId = randomUUID()
  const recordedBy = `${caller.name}, ${roleLabel(caller.role)}`
  const rows = rowsOfNewItem(held, body, { id: itemId, recordedBy, recordedAt: now.toISOString() })
  await addPatientRows(trx, [{ ...held, ...rows }])
  await noteChange(trx, patientId, now)
  // The patient is held, so nobody else has added a row since they were read.
  const facts = await replacePatientFacts(trx, { organisationId, record: withRows(held, rows) }, now)
  const answered = await screenChangedPatient(trx, patientId, facts, asOf, { at: now, doneBy: caller.accountId })
  const { before, after } = await readScreenedOutcomes(trx, answered)
  return { body: { itemId, changes: [...outcomeChanges(before, after)] } }
}

function refused(faults: readonly ItemFault[]): Problem {
  const { kind, title, detail, remedy } = describeRefusal(faults)
  return new Problem(400, kind, title, detail, remedy, { errors: [...faults] })
}
