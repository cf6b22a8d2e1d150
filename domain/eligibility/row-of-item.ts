import type { PatientFacts } from './patient-facts.ts'
import { treatmentsNamed } from './trial-events.ts'

/**
 * The recorded row that an answer to the item completes, so that it is stored as a correction: the diagnosis for its
 * codes, the treatment for its missing part, the medicine for its dose. `null` where the answer is a row of its own, or where several rows could
 * be meant.
 */
export function rowOfItem(key: string, facts: PatientFacts): string | null {
  if (/^diagnosis(?:$|[:-])/u.test(key)) return facts.diagnosis?.rowId ?? null
  const medicine = /^medication:(.+):dose$/u.exec(key)?.[1]
  if (medicine !== undefined) return facts.medications[medicine]?.[0]?.rowId ?? null
  const event = /^interval:(.+)$/u.exec(key)?.[1]
  if (event !== undefined) return undatedTreatment(event, facts)
  return /^treatment:(.+):[^:]+$/u.exec(key)?.[1] ?? null
}

function undatedTreatment(event: string, facts: PatientFacts): string | null {
  const isStart = event.endsWith('.start')
  const undated = (treatmentsNamed(event, facts) ?? []).filter(
    ({ startedOn, endedOn, isOngoing }) => !isOngoing && (isStart ? startedOn : endedOn) === null,
  )
  const [only, ...others] = undated
  return only === undefined || others.length > 0 ? null : only.rowId
}
