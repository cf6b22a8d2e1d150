import { addDays, type CalendarDate } from '../identity/calendar-date.ts'
import type { ChangeKind } from './news-kinds.ts'
import type { Outcome } from './outcome-label.ts'
import { changeLabel, type ScreeningChange } from './screening-change.ts'

/** What has changed since somebody last looked. Named after the contract's schema, field for field. */
export interface CandidateChange {
  /** Every change that has not been seen yet. */
  readonly changeIds: string[]
  readonly kind: ChangeKind
  readonly label: string
  readonly from: Outcome | null
  readonly because: string[]
  /** ISO 8601 instant of the newest. */
  readonly at: string
}

export interface HeldChange extends ScreeningChange {
  readonly changeId: string
  readonly at: string
  readonly isSeen: boolean
}

/**
 * The newest of the changes of one patient and one trial, given newest first, for all that are unseen. Null where there is
 * none, and where the newest is seen: whoever knows how things stand need not be told what has been overtaken.
 */
export function candidateChange(changes: readonly HeldChange[]): CandidateChange | null {
  const [newest] = changes
  if (newest === undefined || newest.isSeen) return null
  return {
    changeIds: changes.filter(({ isSeen }) => !isSeen).map(({ changeId }) => changeId),
    kind: newest.kind,
    label: changeLabel(newest),
    from: newest.from,
    because: [...newest.because],
    at: newest.at,
  }
}

/** A trial as a change names it: it may be listed no longer, so its name comes with it. */
export interface ChangedTrial {
  readonly trialId: string
  readonly registryId: string
  readonly title: string
}

/** What the reader has not seen of one trial. */
export interface ChangeOfTrial {
  readonly trial: ChangedTrial
  readonly change: CandidateChange
}

/**
 * What happened more days ago is history and no news, whether it was seen or not: somebody new would find years of it.
 */
export const newsDays = 28

/** The first instant (ISO 8601) whose changes are still news on a day. */
export function newsSince(asOf: CalendarDate): string {
  return `${addDays(asOf, -newsDays)}T00:00:00.000Z`
}
