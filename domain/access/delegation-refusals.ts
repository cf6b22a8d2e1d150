import { listed } from '../eligibility/word-list.ts'
import { displayDate } from '../identity/date-words.ts'
import type { DelegatedDays } from './delegation.ts'
import { type Duty, dutyLabel } from './duty.ts'
import { badField, type RefusalText } from './refusal-text.ts'

/* What somebody is told who is not on a delegation log, or whose change to one is refused. */

/** @param investigators the principal investigators of the day, by name */
export function notOnLog(trial: string, site: string, investigators: readonly string[]): RefusalText {
  return {
    status: 403,
    kind: 'not-delegated',
    title: 'You are not on the delegation log',
    detail: `You are not on the delegation log of ${trial} at ${site}, so its referrals are not yours to see.`,
    remedy: `Ask ${listed([...investigators, `an administrator of ${site}`], 'or')} to put you on it.`,
  }
}

export const notTheKeeper: RefusalText = {
  status: 403,
  kind: 'not-allowed',
  title: 'You do not keep this log',
  detail: 'A delegation log is kept by the principal investigator of the trial at the site and by its administrators.',
  remedy: 'Ask one of them to make the change.',
}

export const ownDelegation: RefusalText = {
  status: 403,
  kind: 'own-delegation',
  title: 'You cannot put yourself on the log',
  detail: 'Nobody gives a duty to themselves. Nothing was saved.',
  remedy: 'Ask an administrator of your organisation to enter it.',
  errors: [{ pointer: '/accountId', message: 'is your own account' }],
}

export const onlyAdministrator: RefusalText = {
  status: 403,
  kind: 'not-allowed',
  title: 'An administrator enters the principal investigator',
  detail: 'A principal investigator is put on the log, and taken off it, by an administrator of the organisation.',
  remedy: 'Ask an administrator of your organisation.',
}

export const notOfThisSite: RefusalText = badField(
  '/accountId',
  'is nobody who works for this site',
  'Choose somebody from the list.',
)

export function notForRole(duty: Duty): RefusalText {
  const message = `"${dutyLabel(duty)}" is for a site investigator.`
  return badField('/duty', message, 'Choose another duty, or another person.')
}

export const startsInPast: RefusalText = badField(
  '/startsOn',
  'The first day has passed. A log is not written after the event.',
  'Give today or a later day.',
)

export const endsBeforeStart: RefusalText = badField(
  '/endsOn',
  'The last day is before the first.',
  'Give the first day or a later one, or leave the last day out.',
)

/** The line that says it already: perhaps somebody has entered it since the log was opened. */
export interface StandingLine extends Pick<DelegatedDays, 'startsOn' | 'endsOn'> {
  readonly enteredBy: string
}

/** "from 01-Nov-2026 without a last day, entered by A Example". */
export function standingSince({ startsOn, endsOn, enteredBy }: StandingLine): string {
  const end = endsOn === null ? 'without a last day' : `to ${displayDate(endsOn)}`
  return `from ${displayDate(startsOn)} ${end}, entered by ${enteredBy}`
}

export function alreadyDelegated(duty: Duty, line: StandingLine): RefusalText {
  const message = `This person has "${dutyLabel(duty)}" on this log already, ${standingSince(line)}.`
  return {
    status: 409,
    kind: 'already-exists',
    title: 'It is on the log already',
    detail: message,
    remedy: line.endsOn === null ? 'End the line that there is first.' : 'Give days after the line that there is.',
    errors: [{ pointer: '/duty', message }],
  }
}

export const alreadyEnded: RefusalText = {
  status: 409,
  kind: 'conflict',
  title: 'It has ended already',
  detail: 'The line has run out, or somebody has ended it since you opened the log. Nothing of yours was saved.',
  remedy: 'Load the log again to see how it stands.',
}
