import type { components } from '#api/schema.ts'
import { keptPlan } from '../database/kept-plan.ts'
import type { Trx } from '../plugins/operation.ts'

export interface PatientReferralTag {
  readonly patientId: string
  readonly trialId: string
  readonly tag: components['schemas']['ReferralTag']
}

/** The referrals of some patients that still stand, drafts and enrolments among them, in the order they were begun. */
export async function readReferralTags(trx: Trx, patientIds: readonly string[]): Promise<PatientReferralTag[]> {
  if (patientIds.length === 0) return []
  const rows = await trx
    .selectFrom('referral')
    .innerJoin('trial', 'trial.trial_id', 'referral.trial_id')
    .select(['patient_id', 'referral_id', 'referral.trial_id', 'trial.title', 'status'])
    .where('patient_id', 'in', [...patientIds])
    .where('is_live', '=', true)
    .orderBy('created_at')
    .orderBy('referral_id')
    .modifyEnd(keptPlan)
    .execute()
  return rows.map(({ patient_id, referral_id, trial_id, title, status }) => ({
    patientId: patient_id,
    trialId: trial_id,
    tag: { referralId: referral_id, trialId: trial_id, trialTitle: title, status },
  }))
}
