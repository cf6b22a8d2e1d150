import { type Kysely, sql } from 'kysely'
import type { Database } from '../../database/schema.ts'
import type { Caller } from '../../plugins/operation.ts'
import { findCaller } from '../../plugins/session-repository.ts'

export interface SessionRepository {
  findAccount(email: string): Promise<{ readonly caller: Caller; readonly passwordHash: string } | null>
  describeInstallation(): Promise<{ readonly isDemonstration: boolean; readonly needsFirstAdministrator: boolean }>
}

const nobodysId = '00000000-0000-0000-0000-000000000000'

/** What signing in needs to read. */
export function sessionRepository(db: Kysely<Database>): SessionRepository {
  return {
    async findAccount(email) {
      const row = await db
        .selectFrom('account')
        .select(['account_id', 'password_hash'])
        .where(sql`lower(email)`, '=', email.toLowerCase())
        .where('is_active', '=', true)
        .executeTakeFirst()
      // Asked also where there is none: both take the same time.
      const caller = await findCaller(db, row?.account_id ?? nobodysId, new Date())
      return row && caller ? { caller, passwordHash: row.password_hash } : null
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
