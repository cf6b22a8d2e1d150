import { type Kysely, sql, type Transaction } from 'kysely'
import { sqlState } from './database-error.ts'
import { keptPlan } from './kept-plan.ts'

/**
 * The database role a transaction takes on: what its row-level security and grants are. 'owner' stays whoever connected,
 * for migrations and the demonstration data only.
 */
export type DatabaseRole = 'app_user' | 'app_job' | 'app_counts' | 'owner'

/** On whose behalf a transaction runs. Row-level security reads it; an empty text means none. */
export interface CallerSettings {
  readonly databaseRole: DatabaseRole
  /** Becomes `app.organisation`: the organisation whose rows the caller may see. */
  readonly organisation: string
  /** Becomes `app.account`: who is signed in. */
  readonly account: string
  /** Becomes `app.role`: what that person does here, for example coordinator. */
  readonly role: string
  /** Becomes `app.teams`: the clinical teams of that person. */
  readonly teams?: readonly string[]
  /** Becomes `app.named`: the patients on whom that person is named today. */
  readonly named?: readonly string[]
  /** Becomes `app.patients`: single records that the person has opened. */
  readonly patients?: readonly string[]
  /** Becomes `app.trials`: those on whose delegation log at the own site that person is today. */
  readonly trials?: readonly string[]
  /** Becomes `app.led_trials`: those of them of which that person is the principal investigator. */
  readonly ledTrials?: readonly string[]
}

const serializationFailure = '40001'
const deadlockDetected = '40P01'
const mostAttempts = 3

/**
 * Runs `work` in one short transaction on behalf of a caller. It commits when `work` resolves and rolls back when it
 * rejects. No network, hashing or file reading inside: on the embedded database everybody else waits meanwhile.
 *
 * `work` may run up to three times: PostgreSQL undoes one of two transactions that block each other and asks for a
 * repeat. So it changes nothing but the database through the transaction it is given.
 */
export async function inTransaction<Tables, Result>(
  db: Kysely<Tables>,
  caller: CallerSettings,
  work: (trx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(async (trx) => {
        await setCaller(trx, caller)
        return work(trx)
      })
    } catch (error) {
      if (attempt === mostAttempts || !isWorthRepeating(error)) throw error
    }
  }
}

/** The settings end with the transaction, so a pooled connection never carries one caller's rights to the next. */
async function setCaller<Tables>(trx: Transaction<Tables>, caller: CallerSettings): Promise<void> {
  const role = caller.databaseRole === 'owner' ? 'none' : caller.databaseRole
  await sql`select
    set_config('app.organisation', ${caller.organisation}, true),
    set_config('app.account', ${caller.account}, true),
    set_config('app.role', ${caller.role}, true),
    set_config('app.teams', ${arrayText(caller.teams)}, true),
    set_config('app.named', ${arrayText(caller.named)}, true),
    set_config('app.patients', ${arrayText(caller.patients)}, true),
    set_config('app.trials', ${arrayText(caller.trials)}, true),
    set_config('app.led_trials', ${arrayText(caller.ledTrials)}, true),
    set_config('role', ${role}, true) ${keptPlan}`.execute(trx)
}

/** As the database writes an array of identifiers. */
function arrayText(ids: readonly string[] = []): string {
  return `{${ids.join(',')}}`
}

function isWorthRepeating(error: unknown): boolean {
  const state = sqlState(error)
  return state === serializationFailure || state === deadlockDetected
}
