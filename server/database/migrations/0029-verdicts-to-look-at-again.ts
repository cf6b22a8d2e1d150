import { type Kysely, sql } from 'kysely'

/**
 * A clinician's verdict that has to be looked at again is a kind of change of its own. It is told also where the outcome
 * stays the same, since something else is open as well.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table screening_change
      drop constraint screening_change_kind_check,
      drop constraint screening_change_check,
      add check (kind in ('newTrial', 'nowMayFit', 'toLookAgain', 'noLongerMatches', 'other')),
      add check (kind = 'toLookAgain' or from_outcome is distinct from to_outcome)`.execute(db)
}
