import type { PatientFacts, TreatmentFact } from './patient-facts.ts'
import { treatmentsOfEvent } from './trial-events.ts'

/**
 * The recorded row that an answer to the item completes, so that it is stored as a correction: the diagnosis for its
 * codes, the treatment for its missing part, the medicine for its dose. Of several treatments that lack the same, the
 * latest is asked for first. `null` where the answer is a row of its own.
 */
export function rowOfItem(key: string, facts: PatientFacts): string | null {
  if (/^diagnosis(?:$|[:-])/u.test(key)) return facts.diagnosis?.rowId ?? null
  const medicine = /^medication:(.+):dose$/u.exec(key)?.[1]
  if (medicine !== undefined) return facts.medications[medicine]?.[0]?.rowId ?? null
  const event = /^interval:(.+)$/u.exec(key)?.[1]
  if (event !== undefined) return openTreatment(event, facts)
  if (key === 'treatment:earlier-lines') return facts.treatments.find(lacksNumber)?.rowId ?? null
  if (key === 'treatment:lines') return facts.treatments.find(lacksLine)?.rowId ?? null
  return /^treatment:(.+):[^:]+$/u.exec(key)?.[1] ?? null
}

/** One of the event without its day, or else one of which it is open whether it belongs to the event. */
function openTreatment(event: string, facts: PatientFacts): string | null {
  const isStart = event.endsWith('.start')
  const { certain, possible } = treatmentsOfEvent(event, facts) ?? { certain: [], possible: [] }
  const undated = certain.find(({ startedOn, endedOn }) => (isStart ? startedOn : endedOn) === null)
  return (undated ?? possible[0])?.rowId ?? null
}

/** What may be one of the lines that are missing before a numbered one; where there is none, a treatment is to be added. */
function lacksNumber({ kind, isForIndexCancer, line }: TreatmentFact): boolean {
  return kind === 'systemic' && isForIndexCancer && line === null
}

/** What leaves open which line a treatment is, or when the line was. */
function lacksLine({ kind, isForIndexCancer, line, setting, startedOn, endedOn, isOngoing }: TreatmentFact): boolean {
  const isUndated = startedOn === null || (endedOn === null && !isOngoing)
  return kind === 'systemic' && isForIndexCancer && (line === null || setting === null || isUndated)
}
