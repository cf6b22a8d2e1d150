import type { CareRole } from './care-role.ts'
import { careRolesFor, type HeldNamedRole } from './named-role.ts'

/**
 * Whose patients somebody may see at the own organisation: those of the teams that the person is a member of today, those
 * on whom the person is named today, and single ones whose record the person has opened for a stated reason.
 */
export interface PatientScope {
  readonly organisationId: string
  readonly teamIds: readonly string[]
  readonly namedRoles: readonly HeldNamedRole[]
  readonly openedPatientIds: readonly string[]
}

export interface PlacedPatient {
  readonly patientId: string
  readonly organisationId: string
  /** Null: nobody has assigned one yet. */
  readonly teamId: string | null
}

export type Relationship = 'team' | 'namedRole' | 'emergencyAccess'

/** How somebody is related to a patient; null where the patient is none of theirs, and so does not exist for them. */
export function relationshipTo(scope: PatientScope, patient: PlacedPatient): Relationship | null {
  if (patient.organisationId !== scope.organisationId) return null
  if (patient.teamId !== null && scope.teamIds.includes(patient.teamId)) return 'team'
  if (scope.namedRoles.some(({ patientId }) => patientId === patient.patientId)) return 'namedRole'
  return scope.openedPatientIds.includes(patient.patientId) ? 'emergencyAccess' : null
}

/** Whether a patient is one of those whom somebody looks after, and not only one whose record was opened. */
export function looksAfter(scope: PatientScope, patient: PlacedPatient): boolean {
  const relationship = relationshipTo(scope, patient)
  return relationship === 'team' || relationship === 'namedRole'
}

/** As what somebody is named on a patient whom no team of theirs looks after; nothing for any other. */
export function namedAs(scope: PatientScope, patient: PlacedPatient): CareRole[] {
  return relationshipTo(scope, patient) === 'namedRole' ? careRolesFor(scope.namedRoles, patient.patientId) : []
}
