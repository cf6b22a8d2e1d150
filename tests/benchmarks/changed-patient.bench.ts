import { openTestDatabase } from '../support/database-template.ts'
import { demonstrationSeed } from '../support/demonstration-seed.ts'
import { changePatient } from './change-patient.ts'
import { distributionOf, timed } from './distribution.ts'
import { openVariants } from './open-variants.ts'
import { sizeOfRun } from './size-of-run.ts'
import { writeResults } from './write-results.ts'

/* A changed patient screened again against 200 open trials: the row, the facts, the answers and the counts. */

const trialCount = sizeOfRun('BENCH_TRIALS', 200)
const changeCount = sizeOfRun('BENCH_CHANGES', 60)
const boundMs = 50

const { db, close } = await openTestDatabase({ engine: 'pglite', seed: demonstrationSeed() })
await openVariants(db, trialCount)
const patients = await db
  .selectFrom('patient_facts')
  .select('patient_id')
  .where('match_grade', '=', 'exact')
  .orderBy('patient_id')
  .limit(40)
  .execute()

await changeInTurn()
const { median, p95, largest } = distributionOf(await changeInTurn())
await close()

writeResults('changed-patient', {
  title: 'A changed patient screened again',
  method: [
    `${trialCount} open trials: those of the demonstration and variants of them with other limits. PGlite in memory.`,
    `${changeCount} changes of ${patients.length} patients in turn, after as many that were not counted. Each is one transaction: a new platelet count, the facts of the patient derived anew, every open trial assessed, answers and counts stored.`,
    'The functions of the server are called as its write calls them, without a request around them.',
  ],
  measurements: [
    { what: 'median', value: median, unit: 'ms', bound: { text: `under ${boundMs} ms`, isKept: median < boundMs } },
    { what: '95 of 100 within', value: p95, unit: 'ms' },
    { what: 'longest', value: largest, unit: 'ms' },
  ],
})

async function changeInTurn(): Promise<readonly number[]> {
  const times: number[] = []
  for (let index = 0; index < changeCount; index += 1) {
    const patientId = patients[index % patients.length]?.patient_id
    if (patientId === undefined) throw new Error('The demonstration has no patient with a proven cancer type')
    // Either side of the usual limits of 75 and 100.
    const { ms } = await timed(() => changePatient(db, patientId, index % 2 === 0 ? 70 : 210))
    times.push(ms)
  }
  return times
}
