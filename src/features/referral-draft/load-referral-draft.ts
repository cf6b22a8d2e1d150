import { type LoaderFunctionArgs, redirect } from 'react-router'
import { addressId } from '../../data/address-id.ts'
import { api } from '../../data/api-client.ts'
import { pathTo } from '../../data/paths.ts'
import { unwrap } from '../../data/unwrap.ts'

/** The draft, the sites of its trial and what the patient's record holds. What is no draft any more has its own page. */
export async function loadReferralDraft({ request: { signal }, params }: LoaderFunctionArgs) {
  const referralId = addressId(params.referralId, 'referral')
  const draft = await unwrap(api.GET('/referrals/{referralId}', { params: { path: { referralId } }, signal }))
  const { patient, trial } = draft.referral
  const { patientId } = patient
  if (!draft.mayEditDraft || patientId === null) throw redirect(pathTo.referral(referralId))
  const [record, { sites }] = await Promise.all([
    unwrap(api.GET('/patients/{patientId}', { params: { path: { patientId } }, signal })),
    unwrap(api.GET('/trials/{trialId}', { params: { path: { trialId: trial.trialId } }, signal })),
  ])
  // Of a sensitive record no distance is shown, and none puts the sites in order.
  const shown = record.isSensitive ? sites.map((site) => ({ ...site, distanceKm: null })) : sites
  return { draft, patient: record, sites: shown }
}
