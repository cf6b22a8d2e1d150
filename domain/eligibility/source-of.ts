import type { Sourced } from './patient-facts.ts'
import type { Provenance } from './patient-record.ts'

/** Who says so and from which row, as facts carry it. */
export function sourceOf({ id, source, recordedBy, recordedAt }: Provenance): Sourced {
  return { rowId: id, source, recordedBy, recordedAt }
}
