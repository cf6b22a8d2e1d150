import { addDays, type CalendarDate } from '../identity/calendar-date.ts'
import { isWithinDays } from './date-window.ts'
import { evidenceOfAssertion } from './evidence-of.ts'
import { displayDate } from './explain-date.ts'
import { factNameInside } from './fact-name.ts'
import { settled, undecided } from './finding.ts'
import { completenessWindowDays } from './freshness.ts'
import { namedItem } from './item-name.ts'
import type { PatientFacts } from './patient-facts.ts'
import type { Assertion } from './patient-record.ts'
import type { Finding, SettlingItem } from './verdict.ts'

/** True while somebody's confirmation that the category is complete is recent enough to rely on. */
export function isConfirmedComplete(
  facts: PatientFacts,
  category: Assertion['category'],
  anchor: CalendarDate,
  windowDays: number = completenessWindowDays[category],
): boolean {
  const assertion = facts.assertions[category]
  return assertion !== undefined && isWithinDays(assertion.on, anchor, windowDays)
}

/**
 * What silence of the record means: notMet where the category is confirmed complete, else unknown. `absence` says what
 * was not found, for example "No platinum treatment is recorded". `windowDays` is how long the confirmation stays good.
 */
export function silence(
  facts: PatientFacts,
  category: Assertion['category'],
  anchor: CalendarDate,
  absence: string,
  windowDays: number = completenessWindowDays[category],
): Finding {
  const assertion = facts.assertions[category]
  if (assertion === undefined) {
    const sentence = `${absence}, and nobody has confirmed: ${factNameInside(category)}`
    return { ...undecided('notConfirmedComplete', completenessItem(category), sentence), absence }
  }
  const evidence = evidenceOfAssertion(assertion)
  const confirmed = `${factNameInside(category)}, confirmed on ${displayDate(assertion.on)}, ${assertion.source}`
  if (isConfirmedComplete(facts, category, anchor, windowDays)) {
    return settled('notMet', `${absence} (${confirmed})`, evidence)
  }
  const limit = displayDate(addDays(anchor, -windowDays))
  const sentence = `${absence}; ${confirmed}, must be confirmed again on or after ${limit}`
  return { ...undecided('stale', completenessItem(category), sentence, evidence), absence }
}

/** The one action that confirms the whole category. */
export function completenessItem(category: Assertion['category']): SettlingItem {
  return namedItem(`assertion:${category}`)
}
