import type { PartialDate } from '../identity/calendar-date.ts'
import type { Assertion, Diagnosis, Observation, PatientRecord, Provenance, Treatment } from './patient-record.ts'
import { isNegativeFinding, presenceOf } from './recorded-word.ts'
import { reviewedCategory } from './reviewed-category.ts'

type Rows = Pick<PatientRecord, 'diagnoses' | 'observations' | 'treatments' | 'assertions'>

/** What was recorded later and shows that a category was not complete: a treatment by its name, a finding by its code. */
export interface DisprovingRecord {
  readonly kind: 'treatment' | 'diagnosis' | Observation['kind']
  readonly name: string
  readonly on: PartialDate | null
}

/**
 * The confirmations, by row, that a category was complete and that were not, each with the first record that shows it:
 * something of the category from that day or before it, or of no known day, has been recorded since. Whoever confirmed it
 * did not know of it, and may not have known of more. Who recorded again what was on record as going on when it was
 * confirmed shows nothing of the kind. A row counts from its first recording: to correct one that was there
 * already shows nothing of the kind, and to correct the one that disproves takes nothing back. `standing` are the rows that
 * count, `all` those that they correct too.
 */
export function disprovedAssertions(standing: Rows, all: Rows): ReadonlyMap<string, DisprovingRecord> {
  const { diagnoses, observations, treatments, assertions } = standing
  const events: readonly RecordedEvent[] = [
    ...treatments.map((row) => {
      const by = { kind: 'treatment', name: row.name, on: beginOf(row) } as const
      return { row, category: 'treatment-history-complete', by } as const
    }),
    ...diagnoses.filter(isOther).map((row) => {
      const by = { kind: 'diagnosis', name: 'another cancer', on: row.diagnosedOn } as const
      return { row, category: 'comorbidities-reviewed', by } as const
    }),
    // What was looked for and not found was no gap in what was confirmed.
    ...observations.flatMap((row) => {
      const category = reviewedCategory(row.kind)
      const by = { kind: row.kind, name: row.code, on: row.observedOn }
      return category === undefined || isNegativeFinding(row.value) ? [] : [{ row, category, by }]
    }),
  ]
  return new Map(
    assertions.flatMap((assertion) => {
      const recordedAt = firstRecording(assertion, all.assertions)
      const [first] = events
        .filter((event) => isBefore(assertion, event))
        .map((event) => ({ ...event, at: firstRecording(event.row, rowsOf(all)) }))
        .filter(({ at, row }) => at > recordedAt && !isKnownBefore(row, recordedAt, standing, all))
        .sort((a, b) => a.at - b.at || a.row.id.localeCompare(b.row.id))
      return first === undefined ? [] : [[assertion.id, first.by] as const]
    }),
  )
}

interface RecordedEvent {
  readonly row: Provenance
  readonly category: Assertion['category']
  readonly by: DisprovingRecord
}

/** The last that was recorded of the same finding before then says that it goes on. */
function isKnownBefore({ id }: Provenance, recordedAt: number, { observations }: Rows, all: Rows): boolean {
  const found = observations.find((row) => row.id === id)
  if (found === undefined) return false
  const [latest] = observations
    .filter((row) => isSameFinding(row, found) && firstRecording(row, all.observations) <= recordedAt)
    .toSorted((a, b) => b.observedOn.localeCompare(a.observedOn) || Date.parse(b.recordedAt) - Date.parse(a.recordedAt))
  return latest !== undefined && !isNegativeFinding(latest.value) && presenceOf(latest.value) !== 'past'
}

/** Another drug of a class is another finding. */
function isSameFinding(one: Observation, other: Observation): boolean {
  return one.kind === other.kind && one.code === other.code && one.detail.name === other.detail.name
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
  return event.category === category && (event.by.on === null || event.by.on <= assertedOn)
}

function beginOf({ startedOn, endedOn }: Treatment): string | null {
  return startedOn ?? endedOn
}

function isOther({ isIndex }: Diagnosis): boolean {
  return !isIndex
}
