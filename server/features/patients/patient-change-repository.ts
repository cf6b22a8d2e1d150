import type { Trx } from '../../plugins/operation.ts'

/** Holds a patient of an organisation until the transaction ends; false where the organisation has no such patient. */
export async function lockPatient(
  trx: Trx,
  { patientId, organisationId }: { readonly patientId: string; readonly organisationId: string },
): Promise<boolean> {
  const row = await trx
    .selectFrom('patient')
    .select('patient_id')
    .where('patient_id', '=', patientId)
    .where('organisation_id', '=', organisationId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** Notes that the record has changed, so that the patient leads the list of the latest changes. */
export async function noteChange(trx: Trx, patientId: string, now: Date): Promise<void> {
  await trx.updateTable('patient').set({ updated_at: now }).where('patient_id', '=', patientId).execute()
}
