import { displayDate } from '../identity/date-words.ts'
import { sentenceCase } from './fact-name.ts'
import type { TreatmentFact } from './patient-facts.ts'

/**
 * "Carboplatin, last given 01-Aug-2026 (SACT)", or with what a question asks of it besides, "Carboplatin, first-line, 6
 * cycles, last given 01-Aug-2026 (SACT)"; a sentence goes on after a comma.
 */
export function explainTreatment(treatment: TreatmentFact, parts: readonly string[] = []): string {
  return `${[sentenceCase(treatment.name), ...parts, whenGiven(treatment)].join(', ')} (${treatment.source})`
}

/** "last given 01-Aug-2026", "going on since 03-May-2026". */
export function whenGiven({ kind, isOngoing, startedOn, endedOn }: TreatmentFact): string {
  if (isOngoing) return startedOn === null ? 'going on' : `going on since ${displayDate(startedOn)}`
  if (endedOn !== null) return `${kind === 'surgery' ? 'done' : 'last given'} ${displayDate(endedOn)}`
  return startedOn === null ? 'date not recorded' : `started ${displayDate(startedOn)}, last day not recorded`
}
