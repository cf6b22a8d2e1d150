import { addDays, type CalendarDate, daysBetween } from '../identity/calendar-date.ts'
import { goingOnTreatmentDays } from './freshness.ts'
import type { TreatmentFact } from './patient-facts.ts'
import type { Tri } from './tri.ts'

/** How far back a treatment counts: days, half-lives, or the longer or shorter of both. */
export interface TreatmentWindow {
  readonly withinDays?: number
  readonly orHalfLives?: number
  readonly whichever?: 'longer' | 'shorter'
}

/** Missing of a treatment of which nobody has said for long that it goes on. */
export const goingOnGap = 'whether it still goes on'

/** Said to go on too long ago to be taken to: nobody has said that it ended. */
export function isLapsed({ isOngoing, saidToGoOn }: TreatmentFact, anchor: CalendarDate): boolean {
  return isOngoing && saidToGoOn !== null && daysBetween(saidToGoOn, anchor) > goingOnTreatmentDays
}

/** Whether the last dose lies in the window, and the first day that is clear of it. */
export interface WindowAnswer {
  readonly verdict: Tri
  /** The day after the window, which is itself excluded to its last day. `null`: going on, or a part is not known. */
  readonly clearFrom: CalendarDate | null
  /** What is missing for an answer. */
  readonly gap: 'last dose date' | 'half-life' | typeof goingOnGap | null
}

/**
 * Example: 14 days, last dose 01-Aug: inside through 15-Aug, clear from 16-Aug. A part of a day of half-lives counts as a
 * whole day. A treatment that goes on is inside; of one that was said to long ago, only the day on which it was said is known.
 */
export function treatmentInWindow(
  treatment: TreatmentFact,
  window: TreatmentWindow,
  anchor: CalendarDate,
): WindowAnswer {
  if (window.withinDays === undefined && window.orHalfLives === undefined) return answer('met', null, null)
  if (treatment.startedOn !== null && treatment.startedOn > anchor) return answer('notMet', null, null)
  const range = windowLength(treatment, window)
  const { endedOn, startedOn, saidToGoOn } = treatment
  if (endedOn !== null && endedOn > anchor) return answer('met', null, null)
  if (treatment.isOngoing) {
    const isInside =
      saidToGoOn === null || !isLapsed(treatment, anchor) || daysBetween(saidToGoOn, anchor) <= range.least
    return isInside ? answer('met', null, null) : answer('unknown', null, goingOnGap)
  }
  if (endedOn === null) {
    // The last dose cannot be earlier than the first, so a recent start is enough to know that it is inside.
    const isRecent =
      startedOn !== null && daysBetween(startedOn, anchor) >= 0 && daysBetween(startedOn, anchor) <= range.least
    return isRecent ? answer('met', null, null) : answer('unknown', null, 'last dose date')
  }
  const age = daysBetween(endedOn, anchor)
  const clearFrom = range.most === null ? null : addDays(endedOn, range.most + 1)
  if (age <= range.least) return answer('met', range.least === range.most ? clearFrom : null, null)
  if (range.most !== null && age > range.most) return answer('notMet', null, null)
  return answer('unknown', null, 'half-life')
}

/**
 * The first day that is clear of the window, whether it is past or still to come: the day after its last. `null` where no
 * window is asked, or where the last dose or a half-life is not known.
 */
export function firstClearDay(
  treatment: Pick<TreatmentFact, 'endedOn' | 'halfLifeDays'>,
  window: TreatmentWindow,
): CalendarDate | null {
  if (window.withinDays === undefined && window.orHalfLives === undefined) return null
  const { least, most } = windowLength(treatment, window)
  return treatment.endedOn === null || most === null || least !== most ? null : addDays(treatment.endedOn, most + 1)
}

/** The window in days, from the least to the most it can be; `most` is null where a half-life is missing. */
function windowLength(
  treatment: Pick<TreatmentFact, 'halfLifeDays'>,
  window: TreatmentWindow,
): { least: number; most: number | null } {
  const days = window.withinDays
  if (window.orHalfLives === undefined) return exactly(days ?? 0)
  if (treatment.halfLifeDays === null) {
    if (days === undefined) return { least: -1, most: null }
    return window.whichever === 'shorter' ? { least: -1, most: days } : { least: days, most: null }
  }
  const halfLives = Math.ceil(window.orHalfLives * treatment.halfLifeDays)
  if (days === undefined) return exactly(halfLives)
  return exactly(window.whichever === 'shorter' ? Math.min(days, halfLives) : Math.max(days, halfLives))
}

function exactly(days: number): { least: number; most: number } {
  return { least: days, most: days }
}

function answer(verdict: Tri, clearFrom: CalendarDate | null, gap: WindowAnswer['gap']): WindowAnswer {
  return { verdict, clearFrom, gap }
}
