import { isCalendarDate } from '../identity/calendar-date.ts'

/** Why there is no answer of an instant. */
export type PastInstantFault = keyof typeof messages

const messages = {
  noSuchDay: 'is on a day that does not exist',
  inFuture: 'is in the future',
  beforeTrial: 'is before the trial was held here',
} as const

/** What is wrong with an instant (ISO 8601 in UTC) before the trial is looked at; null where nothing is. */
export function pastInstantFault(at: string, now: string): 'noSuchDay' | 'inFuture' | null {
  if (!isCalendarDate(at.slice(0, 10))) return 'noSuchDay'
  return Date.parse(at) > Date.parse(now) ? 'inFuture' : null
}

/** The refusal as the caller is told it. */
export function describePastInstantFault(fault: PastInstantFault) {
  const message = messages[fault]
  return {
    kind: 'no-past-answer',
    title: 'There is no answer of that instant',
    detail: `The instant asked for ${message}, so no answer can be worked out for it.`,
    remedy: 'Choose an instant between the day the trial was taken in and now.',
    errors: [{ pointer: '/at', message }],
  } as const
}
