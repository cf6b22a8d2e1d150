import type { PatientScope } from '#domain/access/patient-scope.ts'
import { mayBeOpened } from '../../patient-rows/patients-in-scope.ts'
import type { Trx } from '../../plugins/operation.ts'

/** Holds a patient until the transaction ends; false where the scope has no such patient. */
export async function lockPatient(
  trx: Trx,
  { patientId, scope }: { readonly patientId: string; readonly scope: PatientScope },
): Promise<boolean> {
  const row = await trx
    .selectFrom('patient')
    .select('patient_id')
    .where('patient_id', '=', patientId)
    .where(mayBeOpened(scope))
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** Notes that the record has changed, so that the patient leads the list of the latest changes. */
export async function noteChange(trx: Trx, patientId: string, now: Date): Promise<void> {
  await trx.updateTable('patient').set({ updated_at: now }).where('patient_id', '=', patientId).execute()
}
