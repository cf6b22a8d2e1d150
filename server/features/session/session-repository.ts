import { type Kysely, type NotNull, sql } from 'kysely'
import type { Database } from '../../database/schema.ts'
import type { Caller } from '../../plugins/operation.ts'
import { findCaller } from '../../plugins/session-repository.ts'

export interface FoundAccount {
  readonly caller: Caller
  readonly email: string
  readonly passwordHash: string
  readonly hasSecondFactor: boolean
}

export interface SessionRepository {
  findAccount(email: string, now: Date): Promise<FoundAccount | null>
  describeInstallation(): Promise<{ readonly isDemonstration: boolean; readonly needsFirstAdministrator: boolean }>
}

const nobodysId = '00000000-0000-0000-0000-000000000000'

/** What signing in needs to read. */
export function sessionRepository(db: Kysely<Database>): SessionRepository {
  return {
    async findAccount(email, now) {
      const row = await db
        .selectFrom('account')
        .leftJoin('second_factor', 'second_factor.account_id', 'account.account_id')
        .select(['account.account_id', 'email', 'password_hash', 'confirmed_at'])
        .where(sql`lower(email)`, '=', email.toLowerCase())
        .where('is_active', '=', true)
        // An account of single sign-on may have the same address. It has no password and is not signed in to by one.
        .where('password_hash', 'is not', null)
        .$narrowType<{ password_hash: NotNull }>()
        .executeTakeFirst()
      // Asked also where there is none: both take the same time.
      const caller = await findCaller(db, row?.account_id ?? nobodysId, now)
      if (!row || !caller) return null
      const { email: kept, password_hash: passwordHash, confirmed_at } = row
      return { caller, email: kept, passwordHash, hasSecondFactor: confirmed_at !== null }
    },

    async describeInstallation() {
      const { rows } = await sql<{ is_demonstration: boolean; has_account: boolean }>`select
        exists (select from setting where name = 'demonstration') as is_demonstration,
        exists (select from account) as has_account`.execute(db)
      const row = rows[0]
      return { isDemonstration: row?.is_demonstration === true, needsFirstAdministrator: row?.has_account === false }
    },
  }
}
