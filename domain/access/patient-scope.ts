/**
 * Whose patients somebody may see at the own organisation: those of the teams that the person is a member of today, and
 * single ones whose record the person has opened for a stated reason.
 */
export interface PatientScope {
  readonly organisationId: string
  readonly teamIds: readonly string[]
  readonly openedPatientIds: readonly string[]
}

export interface PlacedPatient {
  readonly patientId: string
  readonly organisationId: string
  /** Null: nobody has assigned one yet. */
  readonly teamId: string | null
}

export type Relationship = 'team' | 'emergencyAccess'

/** How somebody is related to a patient; null where the patient is none of theirs, and so does not exist for them. */
export function relationshipTo(scope: PatientScope, patient: PlacedPatient): Relationship | null {
  if (patient.organisationId !== scope.organisationId) return null
  if (patient.teamId !== null && scope.teamIds.includes(patient.teamId)) return 'team'
  return scope.openedPatientIds.includes(patient.patientId) ? 'emergencyAccess' : null
}
