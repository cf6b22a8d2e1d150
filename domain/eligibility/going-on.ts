import type { CalendarDate } from '../identity/calendar-date.ts'
import { isConfirmedComplete } from './completeness.ts'
import { isWithinDays } from './date-window.ts'
import { completenessWindowDays, conditionWindowDays } from './freshness.ts'
import type { PatientFacts, Reading } from './patient-facts.ts'
import type { Assertion } from './patient-record.ts'

/**
 * A condition as `stillGoesOn`. Pregnancy ends by itself, so that to review the comorbidities does not say that it goes on.
 */
export function conditionStillGoesOn(
  concept: string,
  reading: Reading,
  facts: PatientFacts,
  anchor: CalendarDate,
): boolean {
  const days = conditionWindowDays(concept)
  if (concept === 'pregnancy') return isWithinDays(reading.on, anchor, days)
  return stillGoesOn(reading, facts, 'comorbidities-reviewed', anchor, days)
}

/**
 * Whether what was recorded as going on may still be taken to: for as many days as a recorded "no" of its category answers,
 * or where somebody has since reviewed the category and left it as it stood.
 */
export function stillGoesOn(
  { on }: Reading,
  facts: PatientFacts,
  category: Assertion['category'],
  anchor: CalendarDate,
  windowDays: number = completenessWindowDays[category],
): boolean {
  const isReviewed = on <= anchor && isConfirmedComplete(facts, category, anchor, windowDays)
  return isReviewed || isWithinDays(on, anchor, windowDays)
}
