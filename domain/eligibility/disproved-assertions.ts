import type { Assertion, Diagnosis, Observation, PatientRecord, Provenance, Treatment } from './patient-record.ts'
import { isNegativeFinding } from './recorded-word.ts'

type Rows = Pick<PatientRecord, 'diagnoses' | 'observations' | 'treatments' | 'assertions'>

/**
 * The confirmations, by row, that a category was complete and that were not: something of the category from that day or
 * before it, or of no known day, has been recorded since. Whoever confirmed it did not know of it, and may not have known
 * of more. A row counts from its first recording: to correct one that was there already shows nothing of the kind, and to
 * correct the one that disproves takes nothing back. `standing` are the rows that count, `all` those that they correct too.
 */
export function disprovedAssertions(standing: Rows, all: Rows): ReadonlySet<string> {
  const { diagnoses, observations, treatments, assertions } = standing
  const events: readonly RecordedEvent[] = [
    ...treatments.map((row) => ({ row, category: 'treatment-history-complete', on: beginOf(row) }) as const),
    ...diagnoses
      .filter(isOther)
      .map((row) => ({ row, category: 'comorbidities-reviewed', on: row.diagnosedOn }) as const),
    // What was looked for and not found was no gap in what was confirmed.
    ...observations.flatMap((row) => {
      const category = categories[row.kind]
      return category === undefined || isNegativeFinding(row.value) ? [] : [{ row, category, on: row.observedOn }]
    }),
  ]
  return new Set(
    assertions
      .filter((assertion) => {
        const recordedAt = firstRecording(assertion, all.assertions)
        return events.some((event) => isBefore(assertion, event) && firstRecording(event.row, rowsOf(all)) > recordedAt)
      })
      .map(({ id }) => id),
  )
}

interface RecordedEvent {
  readonly row: Provenance
  readonly category: Assertion['category']
  readonly on: string | null
}

function rowsOf({ diagnoses, observations, treatments }: Rows): readonly Provenance[] {
  return [...diagnoses, ...observations, ...treatments]
}

/** When the first of the rows that one corrects was recorded, in milliseconds; a correction is later than its row. */
function firstRecording({ replaces, recordedAt }: Provenance, all: readonly Provenance[]): number {
  const at = Date.parse(recordedAt)
  if (replaces === null) return at
  const corrected = all.find((row) => row.id === replaces && Date.parse(row.recordedAt) < at)
  return corrected === undefined ? at : firstRecording(corrected, all)
}

function isBefore({ category, assertedOn }: Assertion, event: RecordedEvent): boolean {
  return event.category === category && (event.on === null || event.on <= assertedOn)
}

const categories: Readonly<Partial<Record<Observation['kind'], Assertion['category']>>> = {
  condition: 'comorbidities-reviewed',
  toxicity: 'comorbidities-reviewed',
  'other-malignancy': 'comorbidities-reviewed',
  medication: 'medicines-reviewed',
  infection: 'infection-status-reviewed',
}

function beginOf({ startedOn, endedOn }: Treatment): string | null {
  return startedOn ?? endedOn
}

function isOther({ isIndex }: Diagnosis): boolean {
  return !isIndex
}
