import { addDays, type CalendarDate } from '../identity/calendar-date.ts'
import { displayDate } from '../identity/date-words.ts'
import { daysText, windowText } from './days-text.ts'
import { displayValue } from './explain-reading.ts'
import { explainTreatment } from './explain-treatment.ts'
import type { TreatmentFact } from './patient-facts.ts'
import { firstClearDay, isLapsed, type TreatmentWindow } from './treatment-window.ts'

/** " within 14 days or 5 half-lives, whichever is longer"; "" where no window is asked. */
export function windowWords(window: TreatmentWindow): string {
  return limitsInWords(window, halfLivesWords(window))
}

/**
 * The window as it is asked of one treatment, with the half-life that is counted with: " within 14 days or 5 half-lives
 * of 20 days (100 days), whichever is longer". A part of a day of half-lives counts as a whole day.
 */
export function windowOfTreatment(window: TreatmentWindow, { halfLifeDays }: TreatmentFact): string {
  const { orHalfLives } = window
  if (orHalfLives === undefined || halfLifeDays === null) return windowWords(window)
  const each = `${displayValue(halfLifeDays)} ${halfLifeDays === 1 ? 'day' : 'days'}`
  const together = daysText(Math.ceil(orHalfLives * halfLifeDays))
  return limitsInWords(window, [`${halfLivesWords(window).join()} of ${each} (${together})`])
}

/**
 * From which day a treatment is clear of the window: "; clear from 30-Aug-2026", or what keeps that day open. "" where no
 * window is asked.
 */
export function clearingWords(window: TreatmentWindow, treatment: TreatmentFact, anchor: CalendarDate): string {
  const { withinDays, orHalfLives, whichever } = window
  const { endedOn, isOngoing, halfLifeDays } = treatment
  if (withinDays === undefined && orHalfLives === undefined) return ''
  if (isLapsed(treatment, anchor)) return '; the day on which it is clear depends on the last dose'
  if (isOngoing || (endedOn !== null && endedOn > anchor)) return '; not clear while it goes on'
  if (endedOn === null) return '; the day on which it is clear depends on the last dose'
  if (orHalfLives !== undefined && halfLifeDays === null) {
    const open = `the limit of ${halfLivesWords(window).join()} is open, as no half-life is recorded`
    if (withinDays === undefined) return `; ${open}`
    const byDays = displayDate(addDays(endedOn, withinDays + 1))
    return whichever === 'shorter'
      ? `; clear from ${byDays} at the latest: ${open}`
      : `; clear from ${byDays} by the days alone: ${open}`
  }
  const clearFrom = firstClearDay(treatment, window)
  return clearFrom === null ? '' : `; clear from ${displayDate(clearFrom)}`
}

/** "Carboplatin, last given 01-Aug-2026 (SACT), is clear since 30-Aug-2026"; null while it is not, or where that is open. */
export function clearedWords(window: TreatmentWindow, treatment: TreatmentFact, anchor: CalendarDate): string | null {
  const clearFrom = firstClearDay(treatment, window)
  if (clearFrom === null || clearFrom > anchor) return null
  return `${explainTreatment(treatment)}, is clear${windowOfTreatment(window, treatment).replace(' within', ' of')} since ${displayDate(clearFrom)}`
}

function limitsInWords({ withinDays, whichever }: TreatmentWindow, halfLives: readonly string[]): string {
  const limits = [...(withinDays === undefined ? [] : [windowText(withinDays)]), ...halfLives]
  if (limits.length === 0) return ''
  return ` within ${limits.join(' or ')}${limits.length === 2 ? `, whichever is ${whichever ?? 'longer'}` : ''}`
}

function halfLivesWords({ orHalfLives }: TreatmentWindow): readonly string[] {
  if (orHalfLives === undefined) return []
  return [`${displayValue(orHalfLives)} ${orHalfLives === 1 ? 'half-life' : 'half-lives'}`]
}
