import { type Kysely, sql } from 'kysely'

const readAndWrite =
  'organisation account session one_time_link setting patient patient_facts trial trial_version trial_site screening candidate_count referral recruitment_target site_return idempotency_key outbox job'
const onlyAdd = 'diagnosis observation treatment biomarker assertion referral_event shared_record'

/** What requests and background work may do. History can be added to and read; nobody but the owner can change it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const role of ['app_user', 'app_job']) {
    for (const table of readAndWrite.split(' ')) {
      await sql`grant select, insert, update, delete on ${sql.table(table)} to ${sql.id(role)}`.execute(db)
    }
    for (const table of onlyAdd.split(' ')) {
      await sql`grant select, insert on ${sql.table(table)} to ${sql.id(role)}`.execute(db)
    }
  }
}
