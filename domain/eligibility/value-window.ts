import { windowText } from './days-text.ts'

/** For how many days a value counts, up to and including the anchor. */
export interface ValueWindow {
  readonly days: number
  /** The trial asks for so many days; else it is the usual time of a value of its kind. */
  readonly isAsked: boolean
}

/** What the trial asks for, and where it does not say the usual time. */
export function valueWindow({ withinDays }: { readonly withinDays?: number }, usualDays: number): ValueWindow {
  return withinDays === undefined ? usualWindow(usualDays) : { days: withinDays, isAsked: true }
}

export function usualWindow(days: number): ValueWindow {
  return { days, isAsked: false }
}

/** "asked: at most 14 days", or "usual limit: 28 days" where the trial does not ask. */
export function windowLimit({ days, isAsked }: ValueWindow): string {
  return isAsked ? `asked: at most ${windowText(days)}` : `usual limit: ${windowText(days)}`
}
