import { type Kysely, sql } from 'kysely'

/** Names of teams that differ only in capitals are one name. Of two that are there already, the later gets a mark. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    update team set name = name || ' (' || left(team_id::text, 8) || ')'
    where exists (
      select from team as other
      where other.organisation_id = team.organisation_id and lower(other.name) = lower(team.name)
        and other.team_id < team.team_id)`.execute(db)
  await sql`alter table team drop constraint team_organisation_id_name_key`.execute(db)
  await sql`create unique index team_name on team (organisation_id, lower(name))`.execute(db)
}
