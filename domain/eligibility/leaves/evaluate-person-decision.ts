import type { CalendarDate } from '../../identity/calendar-date.ts'
import { isWithinDays } from '../date-window.ts'
import { evidenceOfReading } from '../evidence-of.ts'
import { explainOpposed, explainReading, explainStale } from '../explain-reading.ts'
import { factName, recordedWordInside } from '../fact-name.ts'
import { settled, undecided } from '../finding.ts'
import { attestationWindowDays } from '../freshness.ts'
import { isOpposed } from '../is-opposed.ts'
import type { AttestLeaf, CentralReviewLeaf } from '../leaf.ts'
import type { PatientFacts } from '../patient-facts.ts'
import { comparableWord, yesOrNo } from '../recorded-word.ts'
import { usualWindow } from '../value-window.ts'
import type { Finding } from '../verdict.ts'

/** A judgement. Only a recorded answer to this very question settles it, for as long as a judgement lasts. */
export function evaluateAttest(leaf: AttestLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const item = {
    key: `attest:${leaf.text}`,
    label: `${leaf.by === 'patient' ? 'Patient' : 'Clinician'} to say: ${leaf.text}`,
  }
  const reading = facts.attestations[leaf.text]
  const answer = reading === undefined ? 'unknown' : yesOrNo(reading.value)
  if (reading !== undefined && isOpposed(reading)) {
    // The two answers are a person's, and so is the one that holds.
    return undecided('attest', item, explainOpposed(`${leaf.text}:`, reading), evidenceOfReading(reading))
  }
  if (reading === undefined || answer === 'unknown') {
    return undecided('attest', item, `Only the ${leaf.by} can say: ${leaf.text}`)
  }
  const evidence = evidenceOfReading(reading)
  if (!isWithinDays(reading.on, anchor, attestationWindowDays)) {
    const sentence = explainStale(`${leaf.text}:`, reading, anchor, usualWindow(attestationWindowDays))
    return undecided('attest', item, sentence, evidence)
  }
  return settled(answer, `${explainReading(`${leaf.text}:`, reading)} (${reading.source})`, evidence)
}

/** A decision of a board or reference centre, once it is recorded. "not-confirmed" is the opposite of "confirmed". */
export function evaluateCentralReview(leaf: CentralReviewLeaf, facts: PatientFacts): Finding {
  const label = factName(leaf.type)
  const asked = recordedWordInside(leaf.result)
  const item = { key: `central-review:${leaf.type}`, label: `${label}: ${asked}` }
  const reading = facts.centralReviews[leaf.type]
  if (reading === undefined) return undecided('attest', item, `${label}: no decision is recorded; asked: ${asked}`)
  const evidence = evidenceOfReading(reading)
  const sentence = `${explainReading(`${label}:`, reading)} (${reading.source}); asked: ${asked}`
  const found = comparableWord(String(reading.value))
  if (found === comparableWord(leaf.result)) return settled('met', sentence, evidence)
  if (found === `not-${comparableWord(leaf.result)}`) return settled('notMet', sentence, evidence)
  return undecided('attest', item, sentence, evidence)
}
