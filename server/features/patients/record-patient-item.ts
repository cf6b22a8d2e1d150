import { randomUUID } from 'node:crypto'
import type { components } from '#api/schema.ts'
import { roleLabel } from '#domain/access/role.ts'
import { checkNewItem } from '#domain/eligibility/check-new-item.ts'
import { describeRefusal, type ItemFault } from '#domain/eligibility/item-fault.ts'
import { opposingRecords } from '#domain/eligibility/opposing-records.ts'
import { outcomeChanges } from '#domain/eligibility/outcome-changes.ts'
import type { PatientRecord } from '#domain/eligibility/patient-record.ts'
import { type Recording, type Rows, rowIds, rowsOfNewItem, withRows } from '#domain/eligibility/rows-of-new-item.ts'
import { takeNewItems } from '#domain/eligibility/take-new-items.ts'
import { replacePatientFacts } from '../../eligibility/facts-repository.ts'
import { addPatientRows, readPatientRecords } from '../../eligibility/patient-rows-repository.ts'
import { readScreenedOutcomes } from '../../eligibility/screened-outcomes-repository.ts'
import { screenChangedPatient } from '../../eligibility/screening-repository.ts'
import { scopeOf } from '../../patient-rows/patients-in-scope.ts'
import { answerOnce } from '../../plugins/idempotency-repository.ts'
import type { Operation } from '../../plugins/operation.ts'
import { notFound, Problem } from '../../plugins/problem.ts'
import { lockPatient, noteChange } from './patient-change-repository.ts'

/** Adds one row to a record, and checks the trials again in the same transaction. The same form sent twice adds one. */
export const recordPatientItem: Operation<'recordPatientItem'> = (asked) => {
  const { trx, caller, asOf, audit, params, headers, body } = asked
  audit.changed([body.kind])
  const content = { ...params, body }
  const once = { caller, audit, key: headers['idempotency-key'], operation: 'recordPatientItem', content }
  return answerOnce(trx, once, async () => {
    const recording = recordingOf(asked)
    const recorded = await record(asked, (held) => {
      const faults = checkNewItem(held, body, asOf)
      if (faults.length > 0) throw refused(faults, 'alone')
      return rowsOfNewItem(held, body, recording)
    })
    return { body: { itemId: recording.id, ...recorded } }
  })
}

/** Adds several rows to a record, all or none, as one change. The same form sent twice adds them once. */
export const recordPatientItems: Operation<'recordPatientItems'> = (asked) => {
  const { trx, caller, asOf, audit, params, headers, body } = asked
  audit.changed([...new Set(body.items.map(({ kind }) => kind))])
  const content = { ...params, body }
  const once = { caller, audit, key: headers['idempotency-key'], operation: 'recordPatientItems', content }
  return answerOnce(trx, once, async () => {
    const recordings = body.items.map(() => recordingOf(asked))
    const recorded = await record(asked, (held) => {
      const taken = takeNewItems(held, body.items, { asOf, recordings })
      if (taken.kind === 'refused') throw refused(taken.faults, 'together')
      return taken.rows
    })
    return { body: { itemIds: recordings.map(({ id }) => id), ...recorded } }
  })
}

type Asked = Pick<Parameters<Operation<'recordPatientItem'>>[0], 'trx' | 'caller' | 'asOf' | 'now' | 'params'>

function recordingOf({ caller, now }: Asked): Recording {
  return {
    id: randomUUID(),
    recordedBy: `${caller.name}, ${roleLabel(caller.role)}`,
    recordedAt: now.toISOString(),
  }
}

/** What recording did: the trials that changed, and what the record holds against the new rows. */
type Recorded = Pick<components['schemas']['RecordedChange'], 'changes' | 'opposing'>

/** Nobody else changes the record between what it is compared with and the new rows. */
async function record(
  { trx, caller, asOf, now, params: { patientId } }: Asked,
  rowsBeside: (held: PatientRecord) => Rows,
): Promise<Recorded> {
  const scope = scopeOf(caller)
  if (!(await lockPatient(trx, { patientId, scope }))) throw notFound('patient')
  const [held] = await readPatientRecords(trx, [patientId])
  if (held === undefined) throw notFound('patient')
  const rows = rowsBeside(held)
  await addPatientRows(trx, [{ ...held, ...rows }])
  await noteChange(trx, patientId, now)
  // The patient is held, so nobody else has added a row since they were read.
  const added = withRows(held, rows)
  const facts = await replacePatientFacts(trx, { organisationId: scope.organisationId, record: added }, now)
  const answered = await screenChangedPatient(trx, patientId, facts, asOf, { at: now, doneBy: caller.accountId })
  const { before, after } = await readScreenedOutcomes(trx, answered)
  const found = [...answered.now.values()].map(({ assessment }) => assessment)
  return {
    changes: [...outcomeChanges(before, after)],
    opposing: [...opposingRecords(added, rowIds(rows), asOf, found)],
  }
}

function refused(faults: readonly ItemFault[], how: 'alone' | 'together'): Problem {
  const { kind, title, detail, remedy } = describeRefusal(faults, how)
  return new Problem(400, kind, title, detail, remedy, { errors: [...faults] })
}
