import type { ActionFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import type { ApiProblem } from '../../data/problem.ts'
import { attempt } from '../../data/unwrap.ts'

/** What came of setting or withdrawing a verdict: how the trial stands now, or what has to be corrected first. */
export type OverrideResult = { readonly trialId: string; readonly typed: TypedOverride } & (
  | { readonly kind: 'changed'; readonly title: string; readonly outcomeLabel: string; readonly isWithdrawn: boolean }
  | { readonly kind: 'unchosen' }
  | { readonly kind: 'refused'; readonly problem: ApiProblem }
)

/** What was filled in: it comes back, because the lists are read again after it and may draw the form at another place. */
export interface TypedOverride {
  readonly criterionId: string
  /** The cohort that the verdict is about; null where the criterion asks the same of every cohort. */
  readonly cohort: string | null
  readonly choice: string
  readonly reason: string
  /** The verdict whose own form in the list of those that stand was sent; null for the form below a criterion. */
  readonly standingId: string | null
}

/** The choice that takes back what stands. */
export const withdrawing = 'withdraw'

/** Sets or withdraws a clinician's verdict on one criterion. The same form sent twice sets one. */
export async function changeOverride({ params, request }: ActionFunctionArgs): Promise<OverrideResult> {
  const { patientId = '', trialId = '' } = params
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const path = { patientId, trialId }
  const choice = text('verdict')
  const reason = text('reason')
  const criterionId = text('criterionId')
  const cohort = form.has('cohort') ? text('cohort') : null
  const sent = { trialId, typed: { criterionId, cohort, choice, reason, standingId: text('standingId') || null } }
  const replaces = text('replaces') || null
  const isWithdrawn = choice === withdrawing && replaces !== null
  if (!isWithdrawn && choice !== 'met' && choice !== 'notMet') return { ...sent, kind: 'unchosen' }
  const answer = await attempt(
    isWithdrawn
      ? api.POST('/patients/{patientId}/trials/{trialId}/overrides/{overrideId}/withdrawal', {
          params: { path: { ...path, overrideId: replaces } },
          body: { reason },
        })
      : api.POST('/patients/{patientId}/trials/{trialId}/overrides', {
          params: { path, header: { 'idempotency-key': text('idempotencyKey') } },
          body: {
            criterionId,
            cohort,
            verdict: choice === 'met' ? 'met' : 'notMet',
            reason,
            basis: text('basis'),
            replaces,
          },
        }),
  )
  if (!answer.ok) return { ...sent, kind: 'refused', problem: answer.problem }
  const { title, outcomeLabel } = answer.data.candidate
  return { ...sent, kind: 'changed', title, outcomeLabel, isWithdrawn }
}
