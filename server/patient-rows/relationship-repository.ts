import type { components } from '#api/schema.ts'
import type { CareRole } from '#domain/access/care-role.ts'
import type { Relationship } from '#domain/access/patient-scope.ts'
import type { Trx } from '../plugins/operation.ts'

interface RelatedPatient {
  readonly patientId: string
  readonly kind: Relationship
  /** As what the person is named on the patient. */
  readonly careRoles: CareRole[]
}

/** How somebody is related to a patient whom they may see: by the team, by being named, or for as long as the record was opened for. */
export async function readRelationship(
  trx: Trx,
  { accountId, now }: { readonly accountId: string; readonly now: Date },
  { patientId, kind, careRoles }: RelatedPatient,
): Promise<components['schemas']['PatientRelationship']> {
  if (kind !== 'emergencyAccess') return { kind, careRoles, endsAt: null, reasonCode: null }
  const row = await trx
    .selectFrom('emergency_access')
    .select(['ends_at', 'reason_code'])
    .where('patient_id', '=', patientId)
    .where('account_id', '=', accountId)
    .where('ends_at', '>', now)
    .orderBy('ends_at', 'desc')
    .executeTakeFirst()
  return { kind, careRoles, endsAt: row?.ends_at.toISOString() ?? null, reasonCode: row?.reason_code ?? null }
}
