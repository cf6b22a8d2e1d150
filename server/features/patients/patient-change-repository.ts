import type { PatientScope } from '#domain/access/patient-scope.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
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

/** Keeps with the patient what the history of wishes now says; this too is a change of the record. */
export async function setMinded(
  trx: Trx,
  patientId: string,
  {
    diedOn,
    isSensitive,
    now,
  }: { readonly diedOn: CalendarDate | null; readonly isSensitive: boolean; readonly now: Date },
): Promise<void> {
  await trx
    .updateTable('patient')
    .set({ died_on: diedOn, is_sensitive: isSensitive, updated_at: now })
    .where('patient_id', '=', patientId)
    .execute()
}
