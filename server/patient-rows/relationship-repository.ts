import type { components } from '#api/schema.ts'
import type { Trx } from '../plugins/operation.ts'

/** How somebody is related to a patient whom they may see: by the team, or for as long as the record was opened for. */
export async function readRelationship(
  trx: Trx,
  { accountId, now }: { readonly accountId: string; readonly now: Date },
  { patientId, kind }: { readonly patientId: string; readonly kind: 'team' | 'emergencyAccess' },
): Promise<components['schemas']['PatientRelationship']> {
  if (kind === 'team') return { kind, endsAt: null, reasonCode: null }
  const row = await trx
    .selectFrom('emergency_access')
    .select(['ends_at', 'reason_code'])
    .where('patient_id', '=', patientId)
    .where('account_id', '=', accountId)
    .where('ends_at', '>', now)
    .orderBy('ends_at', 'desc')
    .executeTakeFirst()
  return { kind, endsAt: row?.ends_at.toISOString() ?? null, reasonCode: row?.reason_code ?? null }
}
