import { sql } from 'kysely'
import type { OpenDatabase } from './database-engine.ts'

/**
 * Proves at the start that the service can work in the database, and only as the role that it should: what is wrong with
 * either would otherwise be told to whoever asks first, or to nobody.
 *
 * @throws where the service cannot sign in, or the database gave it another role
 */
export async function checkGate({ gate, place }: OpenDatabase): Promise<void> {
  const { rows } = await sql<{ role: string }>`select current_user::text as role`
    .execute(gate)
    .catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      throw new Error(
        `The service cannot sign in to ${place} as DATABASE_URL says: ${message}. Check the user and password there, and that this user is a member of app_gate.`,
        { cause: error },
      )
    })
  const role = rows[0]?.role
  if (role === 'app_gate') return
  throw new Error(
    `The service works in ${place} as ${role} and not as app_gate. Something between drops what a connection asks for at its start: let a pooler pass "options" on (PgBouncer: take it out of ignore_startup_parameters), or connect without it.`,
  )
}
