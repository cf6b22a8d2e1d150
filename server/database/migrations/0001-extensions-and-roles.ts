import { type Kysely, sql } from 'kysely'
import { createRole } from '../create-role.ts'

/** Extensions for name search, and the roles that requests, jobs and aggregate counts run as. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm with schema public`.execute(db)
  await sql`create extension if not exists unaccent with schema public`.execute(db)

  // unaccent() itself may not be indexed, since its dictionary could change; naming the dictionary settles which one.
  await sql`
    create function immutable_unaccent(value text) returns text
    language sql immutable strict parallel safe
    as $$ select public.unaccent('public.unaccent'::regdictionary, value) $$`.execute(db)

  for (const role of ['app_user', 'app_job', 'app_counts']) await createRole(db, role)
}
