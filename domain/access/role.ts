/** What a signed-in person is trusted to do. A role is held in one organisation; one person may hold several. */
export type Role = (typeof roles)[number]['role']

/** Every role with the words shown for it, in the order of a choice on screen. */
export const roles = [
  { role: 'oncologist', label: 'Oncologist' },
  { role: 'nurse', label: 'Specialist nurse' },
  { role: 'site-nurse', label: 'Site research nurse' },
  { role: 'investigator', label: 'Site investigator' },
  { role: 'trust-lead', label: 'Trust rare-cancer lead' },
  { role: 'national-lead', label: 'National rare-cancer lead' },
  { role: 'information-officer', label: 'Information officer' },
  { role: 'administrator', label: 'Administrator' },
  { role: 'privacy-officer', label: 'Privacy officer' },
] as const satisfies readonly { role: string; label: string }[]

const labelByRole: ReadonlyMap<string, string> = new Map(roles.map(({ role, label }) => [role, label]))

/** The words for a role: `roleLabel('site-nurse')` is "Site research nurse". */
export function roleLabel(role: Role): string {
  return labelByRole.get(role) ?? role
}

/** Whether a word from outside (session row, request) names a role. */
export function isRole(word: string): word is Role {
  return labelByRole.has(word)
}

const rolesWithoutOrganisation: readonly Role[] = ['administrator', 'national-lead', 'privacy-officer']

/** False for a role that may be held across all organisations. */
export function needsOrganisation(role: Role): boolean {
  return !rolesWithoutOrganisation.includes(role)
}

/** Whoever holds one of these looks after patients, and may be a member of a clinical team. */
export const teamRoles = ['oncologist', 'nurse'] as const satisfies readonly Role[]
