import { type Kysely, sql } from 'kysely'

/**
 * Roles belong to the whole server, so another database of the same installation may have made them, even at the same
 * moment. The connecting user becomes a member, without which it could not take the role on.
 */
export async function createRole(db: Kysely<unknown>, role: string): Promise<void> {
  await sql`
    do ${sql.lit(`begin
      if not exists (select from pg_roles where rolname = '${role}') then
        create role ${role} nologin;
      end if;
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
