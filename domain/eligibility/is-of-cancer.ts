import { addDays } from '../identity/calendar-date.ts'
import { earliestDay } from '../identity/partial-date.ts'
import type { DiagnosisFact } from './patient-facts.ts'
import type { Observation, ObservationKind } from './patient-record.ts'

/** Imaging and staging come before the day that histology gives as that of the diagnosis. */
const daysOfDiagnosis = 183

const tumourKinds: ReadonlySet<ObservationKind> = new Set([
  'stage',
  'grade',
  'disease-extent',
  'disease-status',
  'progression',
  'best-response',
  'metastasis',
  'measurable-disease',
  'central-review',
  'standard-options',
])

/**
 * Whether a finding can be about the cancer that trials are sought for. What was said of a tumour more than half a year
 * before that was diagnosed was said of another. Without a date of diagnosis nothing is left out.
 */
export function isOfCancer(
  { kind, observedOn }: Observation,
  index: Pick<DiagnosisFact, 'diagnosedOn'> | null,
): boolean {
  const diagnosedOn = index?.diagnosedOn ?? null
  if (diagnosedOn === null || !tumourKinds.has(kind)) return true
  return observedOn >= addDays(earliestDay(diagnosedOn), -daysOfDiagnosis)
}
