import { sql } from 'kysely'
import { type MindedPatient, referralNotices } from '#domain/patient-wishes/referral-notice.ts'
import type { Trx } from '../plugins/operation.ts'

/**
 * Writes onto every referral of a patient that has not ended what both ends must know of him or her. A referral that says
 * something new is a new version, so that nobody takes a step without having been told.
 */
export async function notePatientOnReferrals(trx: Trx, patientId: string, patient: MindedPatient): Promise<void> {
  const referrals = await trx
    .selectFrom('referral')
    .select(['referral_id', 'trial_id'])
    .where('patient_id', '=', patientId)
    .where('is_live', '=', true)
    .orderBy('referral_id')
    .forUpdate()
    .execute()
  for (const { referral_id, trial_id } of referrals) {
    const notices = JSON.stringify(referralNotices(patient, trial_id))
    await trx
      .updateTable('referral')
      .set(({ eb }) => ({ patient_notices: notices, version: eb('version', '+', 1) }))
      .where('referral_id', '=', referral_id)
      .where(sql<boolean>`patient_notices <> ${notices}::jsonb`)
      .execute()
  }
}
