import { addDays, type CalendarDate, daysBetween } from '../../identity/calendar-date.ts'
import { displayDate } from '../../identity/date-words.ts'
import { silence } from '../completeness.ts'
import { windowText } from '../days-text.ts'
import type { IntervalLeaf } from '../event-leaf.ts'
import { evidenceOfTreatment } from '../evidence-of.ts'
import { explainTreatment } from '../explain-treatment.ts'
import { claimed, undecided } from '../finding.ts'
import { namedItem } from '../item-name.ts'
import type { PatientFacts, TreatmentFact } from '../patient-facts.ts'
import { doubtfulTreatment, eventWords, spanOf, treatmentsOfEvent } from '../trial-events.ts'
import type { Finding } from '../verdict.ts'

/** Calendar days from an event to the anchor, both limits inside. Carries the day on which time alone changes the answer. */
export function evaluateInterval(leaf: IntervalLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const label = eventWords(leaf.from)
  const item = namedItem(`interval:${leaf.from}`)
  const event = treatmentsOfEvent(leaf.from, facts)
  if (event === null) return undecided('notComputed', item, `The software does not know the event "${leaf.from}"`)
  const { certain: treatments } = event
  const span = spanOf(treatments)
  const [latest] = treatments
  const doubtful = doubtfulTreatment(event)
  if (doubtful !== undefined) {
    return undecided('missing', item, whyDoubtful(leaf, doubtful), evidenceOfTreatment(doubtful))
  }
  if (span === null || latest === undefined) {
    return silence(
      facts,
      'treatment-history-complete',
      anchor,
      `No treatment is recorded from which to count ${askedWords(leaf)} since ${label}`,
    )
  }
  const from = leaf.from.endsWith('.start') ? span.startedOn : span.endedOn
  const evidence = evidenceOfTreatment(latest)
  if (from === null) {
    const why = span.isOngoing ? 'the treatment goes on' : missingDay(leaf, treatments)
    return undecided('missing', item, `Days since ${label} cannot be counted: ${why} (${latest.source})`, evidence)
  }
  const days = daysBetween(from, anchor)
  // An event that lies ahead has not begun to count, whatever the limits are.
  const firstDay = addDays(from, leaf.minDays ?? 0)
  const dayAfterLast = leaf.maxDays === undefined ? null : addDays(from, leaf.maxDays + 1)
  const isTooEarly = anchor < firstDay
  const isTooLate = dayAfterLast !== null && anchor >= dayAfterLast
  const counted = days < 0 ? `${-days} days until ${label}` : `${days} days since ${label}`
  const until =
    dayAfterLast === null ? '' : `, ${isTooLate ? 'until' : 'last day'} ${displayDate(addDays(dayAfterLast, -1))}`
  const turns = isTooEarly ? `, reached on ${displayDate(firstDay)}` : until
  const words = `${counted} on ${displayDate(from)} (${latest.source}); asked: ${askedWords(leaf)}${turns}`
  return claimed(!isTooEarly && !isTooLate, words, evidence, isTooEarly ? firstDay : isTooLate ? null : dayAfterLast)
}

function whyDoubtful(leaf: IntervalLeaf, treatment: TreatmentFact): string {
  const label = eventWords(leaf.from)
  if (leaf.from.startsWith('firstLine.') && treatment.line !== null)
    return `${explainTreatment(treatment)} is line ${treatment.line}; the first line, from which to count, is not recorded`
  return `${explainTreatment(treatment)} may be what counts for ${label}: its class, setting, line or sort is not recorded`
}

/** Which day is missing: beside a recorded first day, "the date" would read as if nothing were known. */
function missingDay(leaf: IntervalLeaf, treatments: readonly TreatmentFact[]): string {
  if (leaf.from.endsWith('.start')) return 'the first day is not recorded'
  const begun = treatments.find(({ startedOn, endedOn }) => startedOn !== null && endedOn === null)?.startedOn ?? null
  return begun === null
    ? 'the date is not recorded'
    : `the last day is not recorded, only the first, ${displayDate(begun)}`
}

function askedWords(leaf: IntervalLeaf): string {
  const min = leaf.minDays === undefined ? [] : [`at least ${windowText(leaf.minDays)}`]
  const max = leaf.maxDays === undefined ? [] : [`at most ${windowText(leaf.maxDays)}`]
  return [...min, ...max].join(' and ')
}
