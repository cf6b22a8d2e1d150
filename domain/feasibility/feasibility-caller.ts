import type { Role } from '../access/role.ts'

/** Who asks how many patients a trial would find. */
export interface FeasibilityCaller {
  readonly role: Role
  readonly organisationId: string | null
}

/** Whether the caller is of the care team of an organisation's patients, and so sees their exact numbers. */
export function treatsPatientsOf({ role, organisationId }: FeasibilityCaller, ofOrganisationId: string): boolean {
  return (role === 'oncologist' || role === 'nurse') && organisationId === ofOrganisationId
}
