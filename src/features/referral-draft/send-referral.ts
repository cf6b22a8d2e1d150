import { type ActionFunctionArgs, redirect } from 'react-router'
import { api } from '../../data/api-client.ts'
import { ifMatch } from '../../data/if-match.ts'
import { pathTo, withSearch } from '../../data/paths.ts'
import type { ApiProblem } from '../../data/problem.ts'
import { attempt } from '../../data/unwrap.ts'
import { type FieldFault, readReferral, referralValuesOf } from './referral-values.ts'

export type RefusedReferral = {
  readonly kind: 'refused'
  readonly problem: ApiProblem | null
  /** What the page itself found missing or not readable. */
  readonly faults: readonly FieldFault[]
  /** The key of the next attempt. */
  readonly idempotencyKey: string
}

/** Sends a draft to a site with the patient's agreement, and goes to the referral that it has become. */
export async function sendReferral({ request, params }: ActionFunctionArgs) {
  const referralId = params.referralId ?? ''
  const values = referralValuesOf(await request.formData())
  const referral = readReferral(values)
  const { idempotencyKey } = values
  if (referral.kind === 'faulty') return refused({ idempotencyKey, problem: null, faults: referral.faults })
  const sent = await attempt(
    api.POST('/referrals/{referralId}/send', {
      params: { path: { referralId }, header: { ...ifMatch(values.version), 'idempotency-key': idempotencyKey } },
      body: referral.body,
    }),
  )
  if (sent.ok) return redirect(withSearch(pathTo.referral(referralId), { done: 'sent' }))
  const { problem } = sent
  return refused({ problem, faults: [], idempotencyKey: nextKey(idempotencyKey, problem) })
}

function refused(answer: Omit<RefusedReferral, 'kind'>): RefusedReferral {
  return { kind: 'refused', ...answer }
}

/** After a refusal nothing is stored under the key. An answer that never came may have been a success: the key stays. */
function nextKey(key: string, { status }: ApiProblem): string {
  return status >= 400 && status < 500 ? crypto.randomUUID() : key
}
