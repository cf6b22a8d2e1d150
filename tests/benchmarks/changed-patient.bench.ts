import { loadavg } from 'node:os'
import { distributionOf } from './distribution.ts'
import { openOnDisk } from './open-on-disk.ts'
import { sizeOfRun } from './size-of-run.ts'
import { type ChangeTimes, timeChanges } from './time-changes.ts'
import { type Measurement, writeResults } from './write-results.ts'

/* A nurse records a value, and has the answer with the trials whose outcome it changed, while 200 trials are open. */

const trialCount = sizeOfRun('BENCH_TRIALS', 200)
const changeCount = sizeOfRun('BENCH_CHANGES', 100)
const boundMs = 50

const [loadBefore = 0] = loadavg()
const several = await timeChanges({ trialCount, changeCount, isForOwnCancers: false })
const every = await timeChanges({ trialCount, changeCount, isForOwnCancers: true })
const onDisk = await timeChanges({ trialCount, changeCount, isForOwnCancers: true, database: await openOnDisk() })

writeResults('changed-patient', {
  title: 'A changed patient screened again, end to end',
  method: [
    `${trialCount} open trials: those of the demonstration and variants of them with other limits. PGlite in memory, and in a directory where each commit is flushed to disk before it is answered.`,
    `${changeCount} platelet counts of ${several.patients} patients (${every.patients} where every trial is for their cancers), in turn low and high, so that each changes the outcome of some trial; patients for whom it would change none were left out. Before that each patient had three to choose by, and before each way of sending one more, that were not counted.`,
    'End to end: a signed-in nurse sends the count and has read the answer, which lists the trials whose outcome is another one now. The time holds the session, the contract, the key that keeps a form from being sent twice, the transaction with the row, the facts, every offered trial assessed, answers, history and counts stored, the commit, and the answer.',
    'Over a socket: the same with a connection to the server on the same machine; client and server share one process.',
    'Functions alone: what the write calls inside its transaction, without a request around it.',
    'In the second and third case all variants are for the cancers of the patients, so that nearly each trial is assessed with every criterion: the most there can be.',
    `Programs that wanted a processor in the minute before, on average: ${loadBefore.toFixed(1)}. Those of others make every time longer, most of all the longest.`,
  ],
  measurements: [
    ...measurementsOf('patients of several cancers', several),
    ...measurementsOf('every trial for the patient’s cancer', every),
    ...measurementsOf('the same, on disk', onDisk),
  ],
})

function measurementsOf(what: string, times: ChangeTimes): readonly Measurement[] {
  return [
    { what: `${what}: trials assessed`, value: times.trialsAssessed, unit: 'trials' },
    { what: `${what}: outcomes changed by a count`, value: times.outcomesChanged, unit: 'trials' },
    ...spread(`${what}, end to end`, times.endToEnd, true),
    ...spread(`${what}, over a socket`, times.overSocket, true),
    ...spread(`${what}, functions alone`, times.functionsAlone, false),
  ]
}

function spread(what: string, times: readonly number[], isBound: boolean): readonly Measurement[] {
  const { median, p95, largest } = distributionOf(times)
  const boundOf = (value: number) =>
    isBound ? { bound: { text: `under ${boundMs} ms`, isKept: value < boundMs } } : {}
  return [
    { what: `${what}: median`, value: median, unit: 'ms', ...boundOf(median) },
    { what: `${what}: 95 of 100 within`, value: p95, unit: 'ms', ...boundOf(p95) },
    { what: `${what}: longest`, value: largest, unit: 'ms' },
  ]
}
