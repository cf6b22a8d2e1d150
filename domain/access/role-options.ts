import type { HeldRole } from './provider-claims.ts'
import { needsOrganisation, type Role } from './role.ts'

export interface OptionOrganisation {
  readonly organisationId: string
  readonly code: string
  readonly name: string
}

/** A role in which somebody could work here. */
export interface RoleOption {
  /** The same for the same role in the same organisation: "nurse@RXX". */
  readonly optionId: string
  readonly role: Role
  /** What the provider calls it. */
  readonly roleName: string
  readonly organisation: OptionOrganisation | null
}

/**
 * Which of the roles that somebody has can be worked in here: those with a role of this service, in an organisation of
 * this installation. A role tied to an organisation that is not known here opens nothing, also where it could be held
 * without one: otherwise it would open more than what was given.
 */
export function roleOptions(
  held: readonly HeldRole[],
  roles: ReadonlyMap<string, Role>,
  organisations: readonly OptionOrganisation[],
): RoleOption[] {
  const options = new Map<string, RoleOption>()
  for (const { code, name, organisationCode } of held) {
    const role = roles.get(code)
    if (role === undefined) continue
    const organisation = organisations.find((each) => each.code.toUpperCase() === organisationCode) ?? null
    if (organisation === null && (organisationCode !== null || needsOrganisation(role))) continue
    const optionId = organisation === null ? role : `${role}@${organisation.code}`
    if (!options.has(optionId)) options.set(optionId, { optionId, role, roleName: name, organisation })
  }
  return [...options.values()]
}

/** A held role in words, for somebody none of whose roles opens anything: "Receptionist at RXX". */
export function heldRoleWords({ name, organisationCode }: HeldRole): string {
  return organisationCode === null ? name : `${name} at ${organisationCode}`
}
