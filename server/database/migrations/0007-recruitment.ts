import { type Kysely, sql } from 'kysely'

/** Agreed UK targets with the day from which each is in force, and the numbers that sites return by month. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table recruitment_target (
      target_id uuid primary key,
      trial_id uuid not null references trial on delete cascade,
      target integer not null check (target > 0),
      opens_on date not null,
      closes_on date not null check (closes_on > opens_on),
      agreed_on date not null,
      unique (trial_id, agreed_on)
    )`.execute(db)
  await sql`
    create table site_return (
      site_id uuid not null references trial_site on delete cascade,
      month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      recruited integer not null check (recruited >= 0),
      returned_on date not null,
      primary key (site_id, month)
    )`.execute(db)
}
