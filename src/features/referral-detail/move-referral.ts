import type { ActionFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { ifMatch } from '../../data/if-match.ts'
import type { ApiProblem } from '../../data/problem.ts'
import { attempt } from '../../data/unwrap.ts'
import { type MoveValues, moveValuesOf, readMove } from './move-values.ts'

export type RefusedMove = {
  readonly kind: 'refused'
  readonly values: MoveValues
  /** Null where the page itself found the fault. */
  readonly problem: ApiProblem | null
  readonly fault: { readonly fieldId: string; readonly message: string } | null
  /** The key of the next attempt. */
  readonly idempotencyKey: string
}

/** Takes a referral one step on. A step that is refused gives back everything that was typed. */
export async function moveReferral({ request, params }: ActionFunctionArgs) {
  const values = moveValuesOf(await request.formData())
  const move = readMove(values)
  if (move.kind === 'faulty') return refused(values, null, { fieldId: move.fieldId, message: move.message })
  const moved = await attempt(
    api.POST('/referrals/{referralId}/moves', {
      params: {
        path: { referralId: params.referralId ?? '' },
        header: { ...ifMatch(values.version), 'idempotency-key': values.idempotencyKey },
      },
      body: move.body,
    }),
  )
  return moved.ok ? ({ kind: 'moved', referral: moved.data } as const) : refused(values, moved.problem, null)
}

function refused(values: MoveValues, problem: ApiProblem | null, fault: RefusedMove['fault']): RefusedMove {
  return { kind: 'refused', values, problem, fault, idempotencyKey: nextKey(values.idempotencyKey, problem) }
}

/** After a refusal nothing is stored under the key. An answer that never came may have been a success: the key stays. */
function nextKey(key: string, problem: ApiProblem | null): string {
  return problem !== null && problem.status >= 400 && problem.status < 500 ? crypto.randomUUID() : key
}
