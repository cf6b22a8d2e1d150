import { addDays, type CalendarDate, daysBetween } from '../identity/calendar-date.ts'
import { displayDate } from '../identity/date-words.ts'
import { isWithinDays } from './date-window.ts'
import { daysText } from './days-text.ts'
import type { DisprovingRecord } from './disproved-assertions.ts'
import { evidenceOfAssertion } from './evidence-of.ts'
import { factNameInside } from './fact-name.ts'
import { settled, undecided } from './finding.ts'
import { completenessWindowDays } from './freshness.ts'
import { namedItem } from './item-name.ts'
import type { AssertionFact, PatientFacts } from './patient-facts.ts'
import type { Assertion } from './patient-record.ts'
import type { Evidence, Finding, SettlingItem } from './verdict.ts'

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

/** "comorbidities reviewed on 03-Aug-2026, Clinic letter": a confirmation that counts, as an answer that rests on it names it. */
export interface StandingConfirmation {
  readonly words: string
  readonly evidence: Evidence
}

/** `null` where nobody has confirmed the category, or not recently enough to rely on. */
export function standingConfirmation(
  facts: PatientFacts,
  category: Assertion['category'],
  anchor: CalendarDate,
  windowDays: number = completenessWindowDays[category],
): StandingConfirmation | null {
  const assertion = facts.assertions[category]
  if (assertion === undefined || !isConfirmedComplete(facts, category, anchor, windowDays)) return null
  const { on, source } = assertion
  return {
    words: `${texts[category].done} on ${displayDate(on)}, ${source}`,
    evidence: evidenceOfAssertion(assertion),
  }
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
  const confirmation = standingConfirmation(facts, category, anchor, windowDays)
  if (confirmation !== null) return settled('notMet', `${absence} (${confirmation.words})`, confirmation.evidence)
  const assertion = facts.assertions[category]
  const sentence = `${absence}${notConfirmed(facts, category, anchor, windowDays)}`
  const item = completenessItem(category)
  if (assertion === undefined) return { ...undecided('notConfirmedComplete', item, sentence), absence }
  const hint = `Confirmed on ${displayDate(assertion.on)}${whyNotCounted(assertion, anchor, windowDays)}`
  return { ...undecided('stale', item, sentence, evidenceOfAssertion(assertion)), absence, hint }
}

/**
 * What is said after something that was not found, of a category that is not confirmed complete: that nobody has
 * confirmed it, or on which day somebody did, and how long that counted or what was recorded later and disproved it.
 */
export function notConfirmed(
  facts: PatientFacts,
  category: Assertion['category'],
  anchor: CalendarDate,
  windowDays: number = completenessWindowDays[category],
): string {
  const assertion = facts.assertions[category]
  if (assertion !== undefined)
    return `; ${doneWords(category, assertion)}${whyNotCounted(assertion, anchor, windowDays)}`
  const disproved = facts.disprovedAssertions[category]
  if (disproved === undefined) return `, and nobody has confirmed ${texts[category].toDo}`
  return `; ${doneWords(category, disproved)}, which does not count: ${recordedSince(disproved.by)}`
}

function doneWords(category: Assertion['category'], { on, source }: AssertionFact): string {
  return `${texts[category].done} on ${displayDate(on)} (${source})`
}

/** "warfarin of 01-Nov-2026 was recorded after it". */
function recordedSince({ kind, name, on }: DisprovingRecord): string {
  const day = on === null ? ', of no known day,' : ` of ${displayDate(on)}`
  const what = kind === 'treatment' ? name : factNameInside(name)
  return `${what}${day} was recorded after it`
}

/** ", 63 days ago, counted for 28 days, until 30-Jun-2026". */
function whyNotCounted({ on }: AssertionFact, anchor: CalendarDate, windowDays: number): string {
  const age = daysBetween(on, anchor)
  if (age < 0) return `, after ${displayDate(anchor)}, when it is needed`
  const lastDay = displayDate(addDays(on, windowDays))
  return `, ${daysText(age)} ago, counted for ${daysText(windowDays)}, until ${lastDay}`
}

const texts: Readonly<Record<Assertion['category'], { readonly done: string; readonly toDo: string }>> = {
  'treatment-history-complete': {
    done: 'treatment history confirmed complete',
    toDo: 'that the treatment history is complete',
  },
  'medicines-reviewed': { done: 'medicines reviewed', toDo: 'a review of medicines' },
  'comorbidities-reviewed': { done: 'comorbidities reviewed', toDo: 'a review of comorbidities' },
  'infection-status-reviewed': { done: 'infection status reviewed', toDo: 'a review of infection status' },
}

/** The one action that confirms the whole category. */
export function completenessItem(category: Assertion['category']): SettlingItem {
  return namedItem(`assertion:${category}`)
}
