import type { Role } from './role.ts'

/**
 * Which role of this service a national job role stands for, by its R code (NHS National RBAC Database, version 27.2).
 * What is not here opens nothing: receptionists, clerks, medical secretaries, students and systems support have no role
 * in this service, and nobody becomes an administrator, a lead or a member of a trial site by a national role.
 */
export const nationalRoles: ReadonlyMap<string, Role> = new Map([
  // Clinical Practitioner Access Role, Nurse Access Role, Health Professional Access Role
  ['R8000', 'oncologist'],
  ['R8001', 'nurse'],
  ['R8003', 'nurse'],
  // Information Officer
  ['R8012', 'information-officer'],
  // Caldicott Guardian, Privacy Officer
  ['R5105', 'privacy-officer'],
  ['R0001', 'privacy-officer'],
])
