import type { components } from '#api/schema.ts'
import type { CareRole } from '#domain/access/care-role.ts'
import { mayKnowPlace } from '#domain/access/known-place.ts'
import { namedAs, type PatientScope, type Relationship, relationshipTo } from '#domain/access/patient-scope.ts'
import type { Trx } from '../plugins/operation.ts'

interface Viewer {
  readonly accountId: string
  readonly now: Date
}

interface RelatedPatient {
  readonly patientId: string
  readonly kind: Relationship
  /** As what the person is named on the patient. */
  readonly careRoles: CareRole[]
}

/** How somebody is related to a patient whom they may see: by the team, by being named, or for as long as the record was opened for. */
export async function readRelationship(
  trx: Trx,
  { accountId, now }: Viewer,
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

/** How the person reaches one patient, and whether the person may know where the patient is treated. */
export interface Reach {
  readonly relationship: components['schemas']['PatientRelationship']
  readonly knowsPlace: boolean
}

/** Null for a patient whom the person may not see. */
export async function readReach(
  trx: Trx,
  viewer: Viewer & { readonly scope: PatientScope },
  patientId: string,
): Promise<Reach | null> {
  const placed = await trx
    .selectFrom('patient')
    .select(['patient_id as patientId', 'organisation_id as organisationId', 'team_id as teamId'])
    .select('is_sensitive as isSensitive')
    .where('patient_id', '=', patientId)
    .executeTakeFirst()
  const kind = placed === undefined ? null : relationshipTo(viewer.scope, placed)
  if (placed === undefined || kind === null) return null
  return {
    relationship: await readRelationship(trx, viewer, { patientId, kind, careRoles: namedAs(viewer.scope, placed) }),
    knowsPlace: mayKnowPlace({ isSensitive: placed.isSensitive, relationship: kind }),
  }
}
