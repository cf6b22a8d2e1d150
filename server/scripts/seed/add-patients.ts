import type { Kysely } from 'kysely'
import { generatePatient } from '../../../mocks/data/patients/generate-patients.ts'
import type { Database } from '../../database/schema.ts'
import { inBatches } from './in-batches.ts'
import { insertPatients } from './insert-patients.ts'

export interface MorePatients {
  readonly db: Kysely<Database>
  /** How many patients there are to be in all. */
  readonly patientCount: number
  readonly now: Date
  readonly signal: AbortSignal
  readonly say: (line: string) => void
}

const patientsPerTransaction = 200
const reportEveryMs = 2_000

/**
 * Brings the caseload of a demonstration up to a number, in short transactions. Each patient follows from the seed and
 * its place in the line, so an interrupted run goes on where it stopped when it is started again.
 */
export async function addPatientsToDemonstration({ db, patientCount, now, signal, say }: MorePatients): Promise<void> {
  const { value } = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', 'demonstration')
    .executeTakeFirstOrThrow()
  const { seed, asOf } = value
  if (typeof seed !== 'number' || typeof asOf !== 'string') {
    throw new Error('The setting "demonstration" names no seed and day. Start with an empty database.')
  }
  const counted = await db
    .selectFrom('patient')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('is_demonstration', '=', true)
    .executeTakeFirstOrThrow()
  let done = counted.count
  let toldAt = performance.now()
  for (const batch of inBatches(remaining(), patientsPerTransaction)) {
    if (signal.aborted) break
    await db.transaction().execute((trx) => insertPatients(trx, batch, { now, asOf, onProgress: () => {} }))
    done += batch.length
    if (performance.now() - toldAt < reportEveryMs) continue
    say(`${done} of ${patientCount} patients`)
    toldAt = performance.now()
  }
  say(`${done} patients in all.`)

  function* remaining() {
    for (let index = counted.count; index < patientCount; index += 1)
      yield generatePatient(Number(seed), String(asOf), index)
  }
}
