import process from 'node:process'
import { startPostgresServer } from '../support/postgres-server.ts'
import { sizeOfRun } from './size-of-run.ts'
import type { NewTrialTimes } from './time-new-trial.ts'
import { worklistMeasurements } from './worklist-measurements.ts'
import { type Measurement, writeResults } from './write-results.ts'

/* A trial opens over a large caseload while people go on asking for their worklists. */

const [engine = 'pglite'] = process.argv.slice(2)
const engines = {
  pglite: { name: 'PGlite', bound: { patients: 100_000, seconds: 1 } },
  postgres: { name: 'PostgreSQL', bound: { patients: 1_000_000, seconds: 5 } },
} as const
if (engine !== 'pglite' && engine !== 'postgres') {
  throw new RangeError(`There is no engine "${engine}": give pglite or postgres`)
}

const { name, bound } = engines[engine]
/** As PostgreSQL's manual advises for a machine of 8 GB or more; everything is flushed to disk. */
const serverSettings = ['shared_buffers=2GB', 'max_wal_size=8GB', 'wal_compression=lz4']

const patientCount = sizeOfRun('BENCH_PATIENTS', 100_000)
const times = await timesOn(engine)

writeResults(`new-trial-${engine}`, {
  title: `A newly opened trial on ${name}`,
  method: [
    `${patientCount.toLocaleString('en-GB')} patients, copies of the 240 of the demonstration. The bound is for ${bound.patients.toLocaleString('en-GB')}: ${patientCount === bound.patients ? 'the same' : 'this run was of another size and is compared in proportion'}.`,
    ...(engine === 'postgres' ? [`The server flushes to disk and runs with ${serverSettings.join(', ')}.`] : []),
    'The trial is stored as an import stores it, and the jobs that follow run until none waits: the time is from the first to the last of this. An oncologist asks for the first page of the worklist every 20 ms beside it, in the same process, without a network.',
  ],
  measurements: measurementsOf(times),
})

async function timesOn(chosen: 'pglite' | 'postgres'): Promise<NewTrialTimes> {
  // Which engine the application of the tests opens is settled when its module is loaded.
  const load = () => import('./time-new-trial.ts')
  if (chosen === 'pglite') return (await load()).timeNewTrial(patientCount)
  const server = await startPostgresServer({ isDurable: true, settings: serverSettings })
  try {
    process.env.TEST_DATABASE_URL = server.url
    return await (await load()).timeNewTrial(patientCount)
  } finally {
    await server.stop()
  }
}

function measurementsOf({ seconds, answers, idle, meanwhile }: NewTrialTimes): readonly Measurement[] {
  const allowed = (bound.seconds * patientCount) / bound.patients
  return [
    {
      what: 'until every patient was screened',
      value: seconds,
      unit: 's',
      bound: {
        text: `under ${bound.seconds} s for ${bound.patients.toLocaleString('en-GB')}`,
        isKept: seconds < allowed,
      },
    },
    { what: 'speed', value: Math.round(patientCount / seconds), unit: 'patients/s' },
    { what: 'patients with an answer stored', value: answers, unit: 'patients' },
    ...worklistMeasurements({ idle, meanwhile }),
  ]
}
