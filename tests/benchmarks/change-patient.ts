import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Observation } from '../../domain/eligibility/patient-record.ts'
import { withRows } from '../../domain/eligibility/rows-of-new-item.ts'
import { recordWith } from '../../domain/eligibility/sample-record.ts'
import type { Database } from '../../server/database/schema.ts'
import { inTransaction } from '../../server/database/transaction.ts'
import { replacePatientFacts } from '../../server/eligibility/facts-repository.ts'
import { addPatientRows, readPatientRecords } from '../../server/eligibility/patient-rows-repository.ts'
import { screenChangedPatient } from '../../server/eligibility/screening-repository.ts'
import { testDay } from '../support/demonstration-seed.ts'
import type { PlateletCount } from './record-platelets.ts'

const owner = { databaseRole: 'owner', organisation: '', account: '', role: '' } as const

/**
 * One result more for a patient, and all that follows from it, in one transaction: the row, the facts, the screening.
 * Nobody asks for it, and nobody is told what changed.
 * Returns the identifier of the row.
 */
export async function changePatient(
  db: Kysely<Database>,
  patientId: string,
  { value, replaces }: PlateletCount,
  at: Date,
): Promise<string> {
  const result: Observation = {
    id: randomUUID(),
    source: 'Laboratory system',
    recordedBy: 'Research nurse',
    recordedAt: at.toISOString(),
    replaces,
    kind: 'lab',
    code: 'platelets',
    value,
    unit: '10*9/L',
    lowerLimit: 150,
    upperLimit: 400,
    observedOn: testDay,
    detail: {},
  }
  await inTransaction(db, owner, async (trx) => {
    const { organisation_id: organisationId } = await trx
      .selectFrom('patient')
      .select('organisation_id')
      .where('patient_id', '=', patientId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow()
    const [held] = await readPatientRecords(trx, [patientId])
    if (held === undefined) throw new Error(`There is no patient ${patientId}`)
    const added = recordWith({ patientId, observations: [result] })
    await addPatientRows(trx, [added])
    const facts = await replacePatientFacts(trx, { organisationId, record: withRows(held, added) }, at)
    await screenChangedPatient(trx, patientId, facts, testDay, { at })
  })
  return result.id
}
