import type { CalendarDate } from '../identity/calendar-date.ts'
import { type DelegatedDays, delegationState, overlap } from './delegation.ts'
import {
  alreadyDelegated,
  alreadyEnded,
  endsBeforeStart,
  notForRole,
  notOfThisSite,
  notTheKeeper,
  onlyAdministrator,
  ownDelegation,
  type StandingLine,
  startsInPast,
} from './delegation-refusals.ts'
import { type Duty, dutiesOfRole, everyDuty } from './duty.ts'
import type { RefusalText } from './refusal-text.ts'
import type { Role } from './role.ts'

/** Whoever wants to change the log of a trial at the site of their own organisation. */
export interface LogKeeper {
  readonly accountId: string
  readonly role: Role
  /** What the person is delegated to do on this trial at this site today. */
  readonly duties: readonly Duty[]
}

export interface LogLine extends DelegatedDays {
  readonly accountId: string
  readonly duty: Duty
}

/** The duties that somebody may give to others: an administrator all, a principal investigator all but the own one. */
export function dutiesToGive({ role, duties }: LogKeeper): readonly Duty[] {
  if (role === 'administrator') return everyDuty
  if (role !== 'investigator' || !duties.includes('principalInvestigator')) return []
  return everyDuty.filter((duty) => duty !== 'principalInvestigator')
}

interface NewLine {
  readonly keeper: LogKeeper
  readonly line: Pick<LogLine, 'accountId' | 'duty' | 'startsOn' | 'endsOn'>
  /** The role of the person named; null for nobody of this site. */
  readonly role: Role | null
  readonly log: readonly (LogLine & StandingLine)[]
  readonly asOf: CalendarDate
}

/** Why a line may not be added to a log; null where it may. */
export function addRefusal({ keeper, line, role, log, asOf }: NewLine): RefusalText | null {
  const { accountId, duty, startsOn, endsOn } = line
  const given = dutiesToGive(keeper)
  if (given.length === 0) return notTheKeeper
  if (accountId === keeper.accountId) return ownDelegation
  if (!given.includes(duty)) return onlyAdministrator
  if (role === null) return notOfThisSite
  if (!dutiesOfRole(role).includes(duty)) return notForRole(duty)
  if (startsOn < asOf) return startsInPast
  if (endsOn !== null && endsOn < startsOn) return endsBeforeStart
  const days = { startsOn, endsOn, endedOn: null }
  const same = log.find((each) => each.accountId === accountId && each.duty === duty && overlap(each, days))
  return same ? alreadyDelegated(duty, same) : null
}

/** Whether somebody may end a line. Everybody may give up a duty of their own. */
export function mayEnd(keeper: LogKeeper, { accountId, duty }: LogLine): boolean {
  return dutiesToGive(keeper).includes(duty) || accountId === keeper.accountId
}

/** Why a line may not be ended; null where it may. */
export function endRefusal(keeper: LogKeeper, line: LogLine, asOf: CalendarDate): RefusalText | null {
  if (!mayEnd(keeper, line)) return dutiesToGive(keeper).length === 0 ? notTheKeeper : onlyAdministrator
  return delegationState(line, asOf) === 'past' ? alreadyEnded : null
}
