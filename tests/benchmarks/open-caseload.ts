import type { DemonstrationPatient } from '../../mocks/data/demonstration-data.ts'
import { generatePatients } from '../../mocks/data/patients/generate-patients.ts'
import { insertPatients } from '../../server/scripts/seed/insert-patients.ts'
import { openTestDatabase, type TestDatabase } from '../support/database-template.ts'
import { demonstrationSeed, testDay, testInstant } from '../support/demonstration-seed.ts'
import { fillCaseload } from './fill-caseload.ts'

/** The seed of the patients of every benchmark, so that runs of different days can be compared. */
const seed = 2026

/** Generated patients who live: the dead are turned away before any criterion is asked. */
export function livingPatients(count: number): readonly DemonstrationPatient[] {
  const living: DemonstrationPatient[] = []
  // The first 240 are those of the demonstration, which the database holds already.
  for (const patient of generatePatients(seed, testDay, 4 * count, 240)) {
    if (patient.record.diedOn === null) living.push(patient)
    if (living.length === count) return living
  }
  throw new RangeError(`Of ${4 * count} generated patients only ${living.length} live: generate more`)
}

/** The demonstration with these patients and copies of all up to a number, on the engine named. */
export async function openCaseload(
  engine: 'pglite' | 'postgres',
  patients: readonly DemonstrationPatient[],
  patientCount: number,
): Promise<TestDatabase> {
  const database = await openTestDatabase({ engine, seed: demonstrationSeed() })
  await database.db
    .transaction()
    .execute((trx) => insertPatients(trx, patients, { now: testInstant, asOf: testDay, onProgress: () => {} }))
  await fillCaseload(database.db, patientCount)
  return database
}
