import type { DemonstrationState } from '../state/demonstration-state.ts'
import type { Caller } from './caller.ts'
import { Problem } from './problem.ts'

export interface RepeatableRequest {
  readonly caller: Caller
  /** Made once per form by the page. */
  readonly key: string
  readonly operation: string
  /** All that decides the answer: parameters, version and body. */
  readonly content: object
}

/**
 * Does the work of a request once: the same key with the same content is answered with the first answer.
 *
 * @throws Problem 422 where the key was used for something else
 */
export function answerOnce<Answer extends object>(
  { answers }: DemonstrationState,
  { caller, key, operation, content }: RepeatableRequest,
  work: () => Answer,
): Answer {
  const place = `${caller.accountId} ${key}`
  const request = JSON.stringify([operation, content])
  const first = answers.get(place)
  if (first !== undefined && first.request !== request) throw keyReused()
  // The request names the operation, so the answer kept for it is an answer of this operation.
  if (first !== undefined) return first.answer as Answer
  const answer = work()
  answers.set(place, { request, answer })
  return answer
}

function keyReused(): Problem {
  return new Problem(
    422,
    'key-reused',
    'This form was sent before with other content',
    'The idempotency key belongs to an earlier request that was different.',
    'Reload the page, so that the form gets a new key, and send it again.',
  )
}
