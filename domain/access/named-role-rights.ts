import type { CalendarDate } from '../identity/calendar-date.ts'
import { type CareRole, careRolesOf } from './care-role.ts'
import { type DelegatedDays, delegationState, overlap } from './delegation.ts'
import { endsBeforeStart, type StandingLine } from './delegation-refusals.ts'
import {
  alreadyNamed,
  beginsInPast,
  coverWithoutEnd,
  namesNobody,
  noClinicianHere,
  notForClinician,
  notForYouToEnd,
  roleEnded,
} from './named-role-refusals.ts'
import { type PatientScope, type PlacedPatient, relationshipTo } from './patient-scope.ts'
import type { RefusalText } from './refusal-text.ts'
import type { Role } from './role.ts'

/** Whoever wants to see or change who is named on a patient. */
export interface Namer {
  readonly accountId: string
  readonly role: Role
  readonly scope: PatientScope
}

/** Whether the people named on a patient are shown to somebody. The officer sees those whom no team looks after yet. */
export function seesNamed({ role, scope }: Namer, patient: PlacedPatient): boolean {
  if (role === 'information-officer') return patient.organisationId === scope.organisationId && patient.teamId === null
  return relationshipTo(scope, patient) !== null
}

/**
 * Whether somebody may name people on a patient, also themselves: a member of the team. Being named oneself is not enough,
 * or cover could be made longer by whoever covers.
 */
export function mayName(namer: Namer, patient: PlacedPatient): boolean {
  if (namer.role === 'information-officer') return seesNamed(namer, patient)
  return careRolesOf(namer.role).length > 0 && relationshipTo(namer.scope, patient) === 'team'
}

interface Naming {
  readonly namer: Namer
  readonly patient: PlacedPatient
  readonly naming: Pick<DelegatedDays, 'startsOn' | 'endsOn'> & {
    readonly accountId: string
    readonly careRole: CareRole
  }
  /** The role in the organisation of the person to be named; null for no clinician there. */
  readonly role: Role | null
  /** Who is, was or will be named on the patient. */
  readonly named: readonly NamedLine[]
  readonly asOf: CalendarDate
}

interface NamedLine extends DelegatedDays, StandingLine {
  readonly accountId: string
  readonly careRole: CareRole
}

/** Why somebody may not be named; null where it may be. */
export function namingRefusal({ namer, patient, naming, role, named, asOf }: Naming): RefusalText | null {
  const { accountId, careRole, startsOn, endsOn } = naming
  if (!mayName(namer, patient)) return namesNobody
  if (role === null) return noClinicianHere
  if (!careRolesOf(role).includes(careRole)) return notForClinician(careRole)
  if (startsOn < asOf) return beginsInPast
  if (endsOn !== null && endsOn < startsOn) return endsBeforeStart
  if (careRole === 'coveringClinician' && endsOn === null) return coverWithoutEnd
  const days = { startsOn, endsOn, endedOn: null }
  const same = named.find((each) => each.accountId === accountId && each.careRole === careRole && overlap(each, days))
  return same ? alreadyNamed(careRole, same) : null
}

/** Whether somebody may end a named role. Everybody may give up their own. */
export function mayEndNamed(
  namer: Namer,
  patient: PlacedPatient,
  { accountId }: { readonly accountId: string },
): boolean {
  return accountId === namer.accountId || mayName(namer, patient)
}

/** Why a named role may not be ended; null where it may. */
export function namedEndRefusal(
  namer: Namer,
  patient: PlacedPatient,
  line: DelegatedDays & { readonly accountId: string },
  asOf: CalendarDate,
): RefusalText | null {
  if (!mayEndNamed(namer, patient, line)) return notForYouToEnd
  return delegationState(line, asOf) === 'past' ? roleEnded : null
}
