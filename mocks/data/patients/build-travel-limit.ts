import type { Observation, PatientRecord } from '#domain/eligibility/patient-record.ts'
import { mileUnit, travelLimitCode, travelWords } from '#domain/eligibility/travel-limit.ts'
import { seededRandom } from '../random/seeded-random.ts'
import { stableId } from '../random/stable-id.ts'

/**
 * How far about half of the patients would travel. It has a chance of its own and no part in the numbering of rows, so
 * that everything else of a patient is what it would be without; and it is recorded with the last of the other rows, so
 * that no screening of the past finds a new row where it would have found none.
 */
export function buildTravelLimit(key: string, record: PatientRecord): readonly Observation[] {
  const random = seededRandom(`${key}/travel-limit`)
  const recordedAt = lastRecordedAt(record)
  if (recordedAt === undefined || record.diedOn !== null || !random.chance(0.5)) return []
  const value = random.chance(0.12) ? travelWords.anyDistance : random.pick(miles)
  return [
    {
      id: stableId(`${record.patientId}/travel-limit`),
      source: 'Nursing assessment',
      recordedBy: 'Clinical nurse specialist',
      recordedAt,
      replaces: null,
      kind: 'preference',
      code: travelLimitCode,
      value,
      unit: typeof value === 'number' ? mileUnit : null,
      lowerLimit: null,
      upperLimit: null,
      observedOn: recordedAt.slice(0, 10),
      detail: {},
    },
  ]
}

/** Most people name a round number. */
const miles = [15, 25, 30, 40, 50, 50, 60, 75, 100, 100, 150, 200]

function lastRecordedAt(record: PatientRecord): string | undefined {
  const { diagnoses, observations, treatments, biomarkers, assertions } = record
  return [...diagnoses, ...observations, ...treatments, ...biomarkers, ...assertions]
    .map((row) => row.recordedAt)
    .toSorted()
    .at(-1)
}
