import type { components } from '#api/schema.ts'
import { type PatientScope, relationshipTo } from '#domain/access/patient-scope.ts'
import type { Trx } from '../plugins/operation.ts'

interface Viewer {
  readonly accountId: string
  readonly now: Date
}

/** How somebody is related to a patient whom they may see: by the team, or for as long as the record was opened for. */
export async function readRelationship(
  trx: Trx,
  { accountId, now }: Viewer,
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

/** The same from what is stored of the patient's team; null for a patient whom the person may not see. */
export async function readRelationshipTo(
  trx: Trx,
  viewer: Viewer & { readonly scope: PatientScope },
  patientId: string,
): Promise<components['schemas']['PatientRelationship'] | null> {
  const placed = await trx
    .selectFrom('patient')
    .select(['patient_id as patientId', 'organisation_id as organisationId', 'team_id as teamId'])
    .where('patient_id', '=', patientId)
    .executeTakeFirst()
  const kind = placed === undefined ? null : relationshipTo(viewer.scope, placed)
  return kind === null ? null : readRelationship(trx, viewer, { patientId, kind })
}
