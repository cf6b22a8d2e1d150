import type { Kysely } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/schema.ts'
import { inTransaction } from '../database/transaction.ts'
import { jobCaller } from '../jobs/job-caller.ts'
import { takeTurns } from '../jobs/take-turns.ts'
import { sealNextEvents } from './seal-chain-repository.ts'

export interface SealerParts {
  readonly db: Kysely<Database>
  readonly clock: Clock
  readonly onFailure: (error: unknown) => void
  readonly restMilliseconds: number
}

/** Few enough that on the embedded database, which does one thing at a time, a request hardly waits for them. */
const eventsAtOnce = 200
const longestRestMilliseconds = 30_000

/** Links new events every second until stopped, and once more then. Requests neither wait for it nor hear of its faults. */
export function runSealer(parts: SealerParts): { stop(): Promise<void> } {
  let rest = parts.restMilliseconds
  const turns = takeTurns(async () => {
    try {
      await sealAll(parts)
      rest = parts.restMilliseconds
    } catch (error) {
      parts.onFailure(error)
      rest = Math.min(2 * rest, longestRestMilliseconds)
    }
    return rest
  })
  return {
    async stop() {
      await turns.stop()
      await sealAll(parts).catch(parts.onFailure)
    },
  }
}

/** Links everything that waits now and returns how many events that was. */
export async function sealAll({ db, clock }: Pick<SealerParts, 'db' | 'clock'>): Promise<number> {
  for (let sealed = 0; ; ) {
    const linked = await inTransaction(db, jobCaller, (trx) =>
      sealNextEvents(trx, { now: clock.now(), atMost: eventsAtOnce }),
    )
    sealed += linked
    if (linked < eventsAtOnce) return sealed
  }
}
