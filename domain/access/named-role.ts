import type { CalendarDate } from '../identity/calendar-date.ts'
import { type CareRole, everyCareRole } from './care-role.ts'
import { type DelegatedDays, delegationState } from './delegation.ts'

/** A person named on a patient by a role. Its days hold as those of a delegation do. */
export interface NamedRole extends DelegatedDays {
  readonly patientId: string
  readonly careRole: CareRole
}

/** On which patients somebody is named on one day, and as what. */
export interface HeldNamedRole {
  readonly patientId: string
  readonly careRole: CareRole
}

/** What some named roles of one person come to on a day: those to come, run out or ended give nothing. */
export function namedRolesOn(roles: readonly NamedRole[], on: CalendarDate): readonly HeldNamedRole[] {
  return roles
    .filter((each) => delegationState(each, on) === 'current')
    .map(({ patientId, careRole }) => ({ patientId, careRole }))
}

/** As what somebody is named on one patient. */
export function careRolesFor(held: readonly HeldNamedRole[], patientId: string): CareRole[] {
  const own = held.filter((each) => each.patientId === patientId)
  return everyCareRole.filter((careRole) => own.some((each) => each.careRole === careRole))
}
