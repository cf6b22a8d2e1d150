import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Observation } from '../../domain/eligibility/patient-record.ts'
import { recordWith } from '../../domain/eligibility/sample-record.ts'
import type { Database } from '../../server/database/schema.ts'
import { inTransaction } from '../../server/database/transaction.ts'
import { refreshPatientFacts } from '../../server/eligibility/facts-repository.ts'
import { addPatientRows } from '../../server/eligibility/patient-rows-repository.ts'
import { screenPatients } from '../../server/eligibility/screening-repository.ts'
import { testDay } from '../support/demonstration-seed.ts'

const owner = { databaseRole: 'owner', organisation: '', account: '', role: '' } as const

/**
 * One result more for a patient, and all that follows from it, in one transaction: the row, the facts, the screening.
 * Nobody asks for it, and nobody is told what changed.
 */
export async function changePatient(
  db: Kysely<Database>,
  patientId: string,
  { platelets, at }: { readonly platelets: number; readonly at: Date },
): Promise<void> {
  const result: Observation = {
    id: randomUUID(),
    source: 'Laboratory system',
    recordedBy: 'Research nurse',
    recordedAt: at.toISOString(),
    replaces: null,
    kind: 'lab',
    code: 'platelets',
    value: platelets,
    unit: '10*9/L',
    lowerLimit: 150,
    upperLimit: 400,
    observedOn: testDay,
    detail: {},
  }
  await inTransaction(db, owner, async (trx) => {
    await addPatientRows(trx, [recordWith({ patientId, observations: [result] })])
    const factsBefore = await refreshPatientFacts(trx, [patientId], at)
    await screenPatients(trx, [patientId], testDay, { at, factsBefore })
  })
}
