import type { components } from '#api/schema.ts'
import { mayKnowPlace } from '#domain/access/known-place.ts'
import { namedAs, relationshipTo } from '#domain/access/patient-scope.ts'
import type { Caller } from '../../http/caller.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldPatient } from '../../state/held-patient.ts'

/** How somebody is related to a patient whom they may see: by the team, by being named, or for as long as the record was opened for. */
export function relationshipWith(
  { accesses, now }: DemonstrationState,
  { scope, accountId }: Caller,
  patient: HeldPatient,
): components['schemas']['PatientRelationship'] {
  const kind = relationshipTo(scope, patient)
  const careRoles = namedAs(scope, patient)
  if (kind === 'team' || kind === 'namedRole') return { kind, careRoles, endsAt: null, reasonCode: null }
  const last = [...accesses.values()]
    .filter((access) => access.accountId === accountId && access.patientId === patient.patientId)
    .filter(({ endsAt }) => endsAt > now())
    .toSorted((a, b) => b.endsAt.getTime() - a.endsAt.getTime())[0]
  const endsAt = last?.endsAt.toISOString() ?? null
  return { kind: 'emergencyAccess', careRoles, endsAt, reasonCode: last?.reasonCode ?? null }
}

/** Whether somebody may know where a patient is treated. */
export function mayKnowPlaceOf({ scope }: Caller, patient: HeldPatient): boolean {
  const relationship = relationshipTo(scope, patient)
  return relationship !== null && mayKnowPlace({ isSensitive: patient.record.isSensitive, relationship })
}
