import { type Kysely, sql } from 'kysely'

/** Rules count only where two people answer for them. Those stored before are the demonstration's. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['trial', 'trial_version']) {
    await sql`
      update ${sql.table(table)} as held
      set record = held.record || jsonb_build_object('encoding', jsonb_build_object(
        'encodedBy', 'Dr Imogen Vale', 'checkedBy', 'Dr Rowan Hartley', 'effectiveFrom', trial.updated_at::date::text))
      from trial where trial.trial_id = held.trial_id and trial.registry = 'demonstration'`.execute(db)
  }
}
