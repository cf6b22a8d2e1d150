import { type Kysely, sql } from 'kysely'
import type { DatabaseLocation } from './database-engine.ts'
import type { Database } from './schema.ts'

const serviceRoles = ['app_user', 'app_job', 'app_counts', 'app_gate']

/**
 * Lets the role that the service signs in as take on the roles of the application, where that is not the owner. Asked of
 * the owner at each start, because a migration may have made a role.
 *
 * @throws when the owner may not do so and nobody else has
 */
export async function letServiceIn(owner: Kysely<Database>, location: DatabaseLocation): Promise<void> {
  if (location.kind !== 'postgres' || location.ownerUrl === location.url) return
  const service = decodeURIComponent(new URL(location.url).username)
  if (service === '') return
  const { rows } = await sql<{ role: string }>`
    select role from unnest(${serviceRoles}::text[]) as role where not pg_has_role(${service}, role, 'member')`.execute(
    owner,
  )
  for (const { role } of rows) await sql`grant ${sql.id(role)} to ${sql.id(service)}`.execute(owner)
}
