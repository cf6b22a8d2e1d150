import type { Role } from './role.ts'

const rolesWithoutPatients: readonly Role[] = ['trust-lead', 'national-lead']

/** Whether a role reaches patients or administration, and so may be asked for a second factor by the installation. */
export function isSecondFactorFitting(role: Role): boolean {
  return !rolesWithoutPatients.includes(role)
}

/** How long after the right password the code may be given, in milliseconds. */
export const codeMilliseconds = 5 * 60_000
