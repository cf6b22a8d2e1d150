import type { PatientScope } from '#domain/access/patient-scope.ts'
import { idsOfOwnPatients } from '../../patient-rows/patients-in-scope.ts'
import type { Trx } from '../../plugins/operation.ts'

export interface Seer {
  readonly scope: PatientScope
  readonly accountId: string
  readonly now: Date
}

/** Notes that somebody has seen changes of the own patients. Others, and those noted already, are passed over. */
export async function markSeen(trx: Trx, { scope, accountId, now }: Seer, changeIds: readonly string[]): Promise<void> {
  const own = await trx
    .selectFrom('screening_change')
    .select('change_id')
    .where('change_id', 'in', [...changeIds])
    .where('patient_id', 'in', idsOfOwnPatients(scope))
    .execute()
  if (own.length === 0) return
  await trx
    .insertInto('change_seen')
    .values(own.map(({ change_id }) => ({ account_id: accountId, change_id, seen_at: now })))
    .onConflict((conflict) => conflict.columns(['account_id', 'change_id']).doNothing())
    .execute()
}
