import type { components } from '#api/schema.ts'
import { mayKnowPlace } from '#domain/access/known-place.ts'
import { relationshipTo } from '#domain/access/patient-scope.ts'
import type { Caller } from '../../http/caller.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldPatient } from '../../state/held-patient.ts'

/** How somebody is related to a patient whom they may see: by the team, or for as long as the record was opened for. */
export function relationshipWith(
  { accesses, now }: DemonstrationState,
  { scope, accountId }: Caller,
  patient: HeldPatient,
): components['schemas']['PatientRelationship'] {
  if (relationshipTo(scope, patient) === 'team') return { kind: 'team', endsAt: null, reasonCode: null }
  const last = [...accesses.values()]
    .filter((access) => access.accountId === accountId && access.patientId === patient.patientId)
    .filter(({ endsAt }) => endsAt > now())
    .toSorted((a, b) => b.endsAt.getTime() - a.endsAt.getTime())[0]
  return { kind: 'emergencyAccess', endsAt: last?.endsAt.toISOString() ?? null, reasonCode: last?.reasonCode ?? null }
}

/** Whether somebody may know where a patient is treated. */
export function mayKnowPlaceOf({ scope }: Caller, patient: HeldPatient): boolean {
  const relationship = relationshipTo(scope, patient)
  return relationship !== null && mayKnowPlace({ isSensitive: patient.record.isSensitive, relationship })
}
