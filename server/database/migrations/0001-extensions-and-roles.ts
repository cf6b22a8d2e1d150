import { type Kysely, sql } from 'kysely'

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

/**
 * Roles belong to the whole server, so another database of the same installation may have made them, even at the same
 * moment. The connecting user becomes a member, without which it could not take the role on.
 */
async function createRole(db: Kysely<unknown>, role: string): Promise<void> {
  await sql`
    do ${sql.lit(`begin
      create role ${role} nologin;
    exception when duplicate_object or unique_violation then null;
    end`)}`.execute(db)
  await sql`
    do ${sql.lit(`begin
      execute format('grant ${role} to %I', current_user);
    exception when insufficient_privilege then
      if not pg_has_role(current_user, '${role}', 'member') then raise; end if;
    end`)}`.execute(db)
  await sql`grant usage on schema public to ${sql.id(role)}`.execute(db)
}
