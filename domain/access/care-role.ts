import type { Role } from './role.ts'

/** What somebody can be to one patient, in the order of a choice on screen. */
export const careRoles = [
  { careRole: 'consultantInCharge', label: 'Consultant in charge', of: 'oncologist' },
  { careRole: 'namedNurse', label: 'Named nurse or key worker', of: 'nurse' },
  { careRole: 'coveringClinician', label: 'Covering clinician', of: 'anyClinician' },
] as const satisfies readonly {
  readonly careRole: string
  readonly label: string
  readonly of: Role | 'anyClinician'
}[]

export type CareRole = (typeof careRoles)[number]['careRole']

export const everyCareRole: readonly CareRole[] = careRoles.map(({ careRole }) => careRole)

const labelByCareRole: ReadonlyMap<string, string> = new Map(careRoles.map(({ careRole, label }) => [careRole, label]))

/** The words for it: `careRoleLabel('namedNurse')` is "Named nurse or key worker". */
export function careRoleLabel(careRole: CareRole): string {
  return labelByCareRole.get(careRole) ?? careRole
}

/** As what a clinician can be named; nothing for anybody else. */
export function careRolesOf(role: Role): readonly CareRole[] {
  if (role !== 'oncologist' && role !== 'nurse') return []
  return careRoles.filter(({ of }) => of === role || of === 'anyClinician').map(({ careRole }) => careRole)
}
