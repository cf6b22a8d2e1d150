import { createHash } from 'node:crypto'
import type { AuditNotes } from '../audit/audit-notes.ts'
import { keptPlan } from '../database/kept-plan.ts'
import type { Caller, Trx } from './operation.ts'
import { Problem } from './problem.ts'

export interface RepeatableRequest {
  readonly caller: Caller
  /** Made once per form by the page. */
  readonly key: string
  readonly operation: string
  /** All that decides the answer: parameters, version and body. */
  readonly content: object
  /** Told when nothing was done but answered again. */
  readonly audit: Pick<AuditNotes, 'repeated'>
}

/**
 * Does the work of a request once. The same key with the same content is answered with the stored first answer, also
 * when both arrive at the same moment: the second waits for the first one's commit.
 *
 * @throws Problem 422 where the key was used for something else
 */
export async function answerOnce<Answer extends object>(
  trx: Trx,
  { caller, key, operation, content, audit }: RepeatableRequest,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const request_hash = createHash('sha256')
    .update(JSON.stringify([operation, content]))
    .digest('hex')
  const claimed = await trx
    .insertInto('idempotency_key')
    .values({ account_id: caller.accountId, key, operation, request_hash, answer: '{}' })
    .onConflict((conflict) => conflict.columns(['account_id', 'key']).doNothing())
    .executeTakeFirst()
  const mine = trx.selectFrom('idempotency_key').where('account_id', '=', caller.accountId).where('key', '=', key)
  if (claimed.numInsertedOrUpdatedRows !== 1n) {
    const first = await mine.select(['request_hash', 'answer']).executeTakeFirstOrThrow()
    if (first.request_hash !== request_hash) throw keyReused()
    audit.repeated()
    return first.answer as Answer
  }
  const answer = await work()
  await trx
    .updateTable('idempotency_key')
    .set({ answer: JSON.stringify(answer) })
    .where('account_id', '=', caller.accountId)
    .where('key', '=', key)
    .modifyEnd(keptPlan)
    .execute()
  return answer
}

const answerKeptMilliseconds = 24 * 60 * 60 * 1000

/** Takes away answers that nobody will ask for again: they hold what the referral held, so they are not kept longer. */
export async function removeOldAnswers(trx: Trx, now: Date): Promise<void> {
  const limit = new Date(now.getTime() - answerKeptMilliseconds)
  await trx.deleteFrom('idempotency_key').where('created_at', '<', limit).execute()
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
