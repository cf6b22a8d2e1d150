import { currentRows } from './current-rows.ts'
import type { PatientRecord, Provenance } from './patient-record.ts'

/** The rows of every sort. */
export function allRows(record: PatientRecord): readonly Provenance[] {
  return [...record.diagnoses, ...record.observations, ...record.treatments, ...record.biomarkers, ...record.assertions]
}

/** The names of the rows, of every sort, that stand. */
export function standingRowIds(record: PatientRecord): readonly string[] {
  return currentRows(allRows(record)).map(({ id }) => id)
}

/** What a row has become by correction after correction, or by being taken back; null where it is as it was recorded. */
export function rowNow(record: PatientRecord, rowId: string): Provenance | null {
  const later = new Map(allRows(record).map((row) => [row.replaces, row]))
  const seen = new Set<string>()
  let now: Provenance | null = null
  for (let next = later.get(rowId); next !== undefined && !seen.has(next.id); next = later.get(next.id)) {
    seen.add(next.id)
    now = next
  }
  return now
}
