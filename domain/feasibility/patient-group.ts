import type { PatientScope } from '../access/patient-scope.ts'
import type { Role } from '../access/role.ts'

/** A patient as the numbers of a caseload know him or her. */
export interface GroupedPatient {
  readonly patientId: string
  readonly organisationId: string
  /** Looked after by whoever asks. */
  readonly isOwn: boolean
}

/** The key of the patients in the caller's own care, beside the identifiers of organisations for everybody else. */
export const ownPatients = 'own'

/** Numbers are told of each group apart: of the caller's own patients exactly, of all others suppressed. */
export function groupOf({ organisationId, isOwn }: Pick<GroupedPatient, 'organisationId' | 'isOwn'>): string {
  return isOwn ? ownPatients : organisationId
}

/** Where the patients in the own care of somebody who asks for numbers are found; null for whoever treats nobody. */
export function ownCareOf(role: Role, scope: PatientScope): PatientScope | null {
  const isClinician = role === 'oncologist' || role === 'nurse'
  const hasPatients = scope.teamIds.length > 0 || scope.namedRoles.length > 0
  return isClinician && hasPatients ? scope : null
}
