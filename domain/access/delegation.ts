import type { CalendarDate } from '../identity/calendar-date.ts'
import { type Duty, everyDuty } from './duty.ts'
import type { Role } from './role.ts'

/** For which days a line of a delegation log holds. */
export interface DelegatedDays {
  readonly startsOn: CalendarDate
  /** The last day; null while none is set. */
  readonly endsOn: CalendarDate | null
  /** The day on which somebody ended it, which is the first without it; null where nobody has. */
  readonly endedOn: CalendarDate | null
}

/** A line of the delegation log of one trial at one site. */
export interface Delegation extends DelegatedDays {
  readonly trialId: string
  /** The organisation whose site it is. */
  readonly organisationId: string
  readonly accountId: string
  readonly duty: Duty
}

export interface TrialAtSite {
  readonly trialId: string
  readonly organisationId: string
}

export type DelegationState = 'planned' | 'current' | 'past'

/** Where a line stands on a day in London. One that was ended is past at once. */
export function delegationState({ startsOn, endsOn, endedOn }: DelegatedDays, on: CalendarDate): DelegationState {
  if (endedOn !== null && endedOn <= on) return 'past'
  if (endsOn !== null && endsOn < on) return 'past'
  return startsOn <= on ? 'current' : 'planned'
}

/** Whether somebody may do a duty on a trial at a site on a day: a line of the log says so for that day. */
export function delegatedFor(
  log: readonly Delegation[],
  accountId: string,
  duty: Duty,
  { trialId, organisationId }: TrialAtSite,
  on: CalendarDate,
): boolean {
  return log.some(
    (line) =>
      line.accountId === accountId &&
      line.duty === duty &&
      line.trialId === trialId &&
      line.organisationId === organisationId &&
      delegationState(line, on) === 'current',
  )
}

/** One thing that somebody may do on one trial. */
export interface TrialDuty {
  readonly trialId: string
  readonly duty: Duty
}

/** What some lines let their people do on a day. */
export function trialDutiesOn(lines: readonly (DelegatedDays & TrialDuty)[], on: CalendarDate): readonly TrialDuty[] {
  return lines.filter((line) => delegationState(line, on) === 'current').map(({ trialId, duty }) => ({ trialId, duty }))
}

/** The trials that some duties are for, or those among them that are led. */
export function trialsOf(held: readonly TrialDuty[], duty?: Duty): readonly string[] {
  return [...new Set(held.filter((each) => duty === undefined || each.duty === duty).map(({ trialId }) => trialId))]
}

/** The duties that are for one trial. */
export function dutiesFor(held: readonly TrialDuty[], trialId: string): readonly Duty[] {
  return dutiesIn(held.filter((each) => each.trialId === trialId))
}

/** Somebody who is on the delegation log of a trial at a site today. */
export interface Delegate {
  readonly name: string
  readonly role: Role
  readonly duties: readonly Duty[]
}

export interface NamedLine extends DelegatedDays {
  readonly accountId: string
  readonly name: string
  readonly role: Role
  readonly duty: Duty
  /** Whether the person still works for the site and can sign in, without which a line lets nobody do anything. */
  readonly isAtSite: boolean
}

/** The people whom the lines of one log let act on a day, in the order of their names. */
export function delegatesOn(lines: readonly NamedLine[], on: CalendarDate): Delegate[] {
  const current = lines.filter((line) => line.isAtSite && delegationState(line, on) === 'current')
  return [...Map.groupBy(current, ({ accountId }) => accountId).values()]
    .flatMap((own) => own.slice(0, 1).map(({ name, role }) => ({ name, role, duties: dutiesIn(own) })))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

function dutiesIn(held: readonly { readonly duty: Duty }[]): readonly Duty[] {
  return everyDuty.filter((duty) => held.some((each) => each.duty === duty))
}

/** Whether two lines say the same for a day, so that the second would add nothing. */
export function overlap(a: DelegatedDays, b: DelegatedDays): boolean {
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a)
}

function startsBeforeEnd({ startsOn }: DelegatedDays, { endsOn, endedOn }: DelegatedDays): boolean {
  return (endsOn === null || startsOn <= endsOn) && (endedOn === null || startsOn < endedOn)
}
