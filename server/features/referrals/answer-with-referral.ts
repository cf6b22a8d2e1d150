import type { components } from '#api/schema.ts'
import { describeReferral, type ReferralQuestion } from './describe-referral.ts'

/** The referral as it stands now, with its version for the ETag. */
export async function answerWithReferral(
  question: ReferralQuestion,
): Promise<{ readonly body: components['schemas']['Referral']; readonly version: number }> {
  const body = await describeReferral(question)
  return { body, version: body.referral.version }
}
