import { type ActionFunctionArgs, redirect } from 'react-router'
import { api } from '../../data/api-client.ts'
import { pathTo } from '../../data/paths.ts'
import { attempt } from '../../data/unwrap.ts'

/** Starts a draft and goes to it. The same form sent twice makes one draft: its key was made with the form. */
export async function createReferral({ params, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const created = await attempt(
    api.POST('/referrals', {
      params: { header: { 'idempotency-key': String(form.get('idempotencyKey')) } },
      body: { patientId: params.patientId ?? '', trialId: String(form.get('trialId')) },
    }),
  )
  if (!created.ok) return { problem: created.problem }
  return redirect(pathTo.referralDraft(created.data.referral.referralId))
}
