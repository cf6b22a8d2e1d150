import type { EmergencyReasonCode, ReviewOutcome } from '#domain/access/emergency-access.ts'
import type { NamedRole } from '#domain/access/named-role.ts'
import type { Role } from '#domain/access/role.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'

/** A clinical team with everybody who is or was a member. */
export interface HeldTeam {
  readonly teamId: string
  readonly organisationId: string
  readonly name: string
  readonly memberships: readonly HeldMembership[]
}

export interface HeldMembership {
  readonly accountId: string
  readonly since: CalendarDate
  /** The first day without it; `null` while nothing has ended it. */
  readonly until: CalendarDate | null
}

/** A person named on a patient. An ending puts a new one in its place. */
export interface HeldNaming extends NamedRole {
  readonly namedRoleId: string
  readonly organisationId: string
  readonly accountId: string
  readonly reason: string
  readonly enteredAt: string
  readonly enteredBy: string
  readonly ending: { readonly endedOn: CalendarDate; readonly by: string; readonly reason: string } | null
}

/** A record that somebody outside the patient's team has opened. */
export interface HeldAccess {
  readonly accessId: string
  readonly patientId: string
  readonly organisationId: string
  readonly accountId: string
  readonly name: string
  readonly role: Role
  readonly beganAt: Date
  readonly endsAt: Date
  readonly reasonCode: EmergencyReasonCode
  readonly reason: string
  readonly review: HeldReview | null
}

export interface HeldReview {
  readonly outcome: ReviewOutcome
  readonly note: string
  readonly by: string
  readonly at: Date
}

/** Whether somebody is a member on a day. */
export function isMemberOn(team: HeldTeam, accountId: string, day: CalendarDate): boolean {
  return team.memberships.some(
    (each) => each.accountId === accountId && each.since <= day && (each.until === null || each.until > day),
  )
}
