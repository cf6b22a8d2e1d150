import type { CalendarDate } from '../identity/calendar-date.ts'
import { silence } from './completeness.ts'
import { isWithinDays } from './date-window.ts'
import { evidenceOfReading } from './evidence-of.ts'
import { explainReading } from './explain-reading.ts'
import { settled } from './finding.ts'
import { completenessWindowDays } from './freshness.ts'
import type { PatientFacts, Reading } from './patient-facts.ts'
import type { Assertion } from './patient-record.ts'
import type { Finding } from './verdict.ts'

/**
 * What to answer when nothing recorded says yes. A recorded "no" answers for as long as a review of its category would;
 * otherwise the category must be confirmed complete.
 */
export function negativeOrSilence(
  facts: PatientFacts,
  category: Assertion['category'],
  anchor: CalendarDate,
  label: string,
  recordedNegative: Reading | undefined,
  absence: string,
  windowDays: number = completenessWindowDays[category],
): Finding {
  const negative = standingNegative(label, recordedNegative, anchor, windowDays)
  return negative ?? silence(facts, category, anchor, absence, windowDays)
}

/** A recorded "no" that is recent enough to answer, else null. */
export function standingNegative(
  label: string,
  recorded: Reading | undefined,
  anchor: CalendarDate,
  windowDays: number,
): Finding | null {
  if (recorded === undefined || !isWithinDays(recorded.on, anchor, windowDays)) return null
  const sentence = `${explainReading(`${label}:`, recorded)} (${recorded.source})`
  return settled('notMet', sentence, evidenceOfReading(recorded))
}
