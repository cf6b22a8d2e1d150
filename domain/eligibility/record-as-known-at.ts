import { calendarDateInLondon } from '../identity/calendar-date-in-london.ts'
import { wishesKnownAt } from '../patient-wishes/research-wish.ts'
import type { PatientRecord, Provenance } from './patient-record.ts'

/**
 * The record as it was known at an ISO 8601 instant, that instant included: rows learnt later are not there, so that a
 * row corrected since reads as it did then. Date of birth, sex and the sensitive flag are given as they are now; a death
 * counts as known from the first moment of its day in London.
 */
export function recordAsKnownAt(record: PatientRecord, instant: string): PatientRecord {
  const limit = Date.parse(instant)
  if (Number.isNaN(limit))
    throw new RangeError(`"${instant}" is not an instant: write it as ISO 8601, 2026-08-04T09:00:00Z`)
  const known = <Row extends Provenance>(rows: readonly Row[]) =>
    rows.filter(({ recordedAt }) => Date.parse(recordedAt) <= limit)
  return {
    ...record,
    diedOn: record.diedOn !== null && record.diedOn > calendarDateInLondon(new Date(limit)) ? null : record.diedOn,
    diagnoses: known(record.diagnoses),
    observations: known(record.observations),
    treatments: known(record.treatments),
    biomarkers: known(record.biomarkers),
    assertions: known(record.assertions),
    researchWishes: wishesKnownAt(record.researchWishes, limit),
  }
}
