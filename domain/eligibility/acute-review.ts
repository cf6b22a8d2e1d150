import { type CalendarDate, daysBetween } from '../identity/calendar-date.ts'
import { displayDate } from '../identity/date-words.ts'
import { completenessItem, type StandingConfirmation, silence, standingConfirmation } from './completeness.ts'
import { explainTreatment } from './explain-treatment.ts'
import { undecided } from './finding.ts'
import { reviewOnTreatmentDays } from './freshness.ts'
import type { PatientFacts, Reading, TreatmentFact } from './patient-facts.ts'
import { standingNegative } from './recorded-state.ts'
import type { Finding } from './verdict.ts'

/*
 * What a review of the comorbidities says of toxicity and infection. They come with treatment, so that it answers only
 * while nothing was given since; `windowDays` is how long it is good at most.
 */

/** As `negativeOrSilence`, of what comes and goes with treatment. */
export function acuteNegativeOrSilence(
  facts: PatientFacts,
  anchor: CalendarDate,
  label: string,
  recordedNegative: Reading | undefined,
  absence: string,
  windowDays: number,
): Finding {
  const negative = standingNegative(label, recordedNegative, anchor, windowDays)
  return negative ?? acuteSilence(facts, anchor, absence, windowDays)
}

/** The review that answers; `null` where there is none, it is too old, or a treatment was given since. */
export function acuteConfirmation(
  facts: PatientFacts,
  anchor: CalendarDate,
  windowDays: number,
): StandingConfirmation | null {
  const confirmation = standingConfirmation(facts, category, anchor, windowDays)
  return treatmentSince(facts, anchor) === undefined ? confirmation : null
}

/** As `silence`; a review that a treatment has overtaken is too old, however few days ago it was. */
export function acuteSilence(facts: PatientFacts, anchor: CalendarDate, absence: string, windowDays: number): Finding {
  const confirmation = standingConfirmation(facts, category, anchor, windowDays)
  const given = treatmentSince(facts, anchor)
  const review = facts.assertions[category]
  if (confirmation === null || given === undefined || review === undefined)
    return silence(facts, category, anchor, absence, windowDays)
  const treatment = `treatment went on after it (${explainTreatment(given)})`
  const sentence = `${absence}; comorbidities reviewed on ${displayDate(review.on)} (${review.source}), ${treatment}`
  const hint = `Confirmed on ${displayDate(review.on)}; ${treatment}`
  return { ...undecided('stale', completenessItem(category), sentence, confirmation.evidence), absence, hint }
}

const category = 'comorbidities-reviewed'

/**
 * Systemic treatment or radiotherapy that began or ended on the day of the review or later, or that has gone on for longer
 * since than a review holds on treatment: nobody who looked that day has seen what it did.
 */
function treatmentSince({ assertions, treatments }: PatientFacts, anchor: CalendarDate): TreatmentFact | undefined {
  const reviewedOn = assertions[category]?.on
  if (reviewedOn === undefined) return undefined
  return treatments.find(
    ({ kind, startedOn, endedOn, isOngoing }) =>
      kind !== 'surgery' &&
      (startedOn === null || startedOn <= anchor) &&
      ((isOngoing && daysBetween(reviewedOn, anchor) > reviewOnTreatmentDays) ||
        [startedOn, endedOn].some((day) => day !== null && day >= reviewedOn)),
  )
}
