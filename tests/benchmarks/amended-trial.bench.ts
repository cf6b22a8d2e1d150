import { sizeOfRun } from './size-of-run.ts'
import { timeAmendedTrial } from './time-new-trial.ts'
import { worklistMeasurements } from './worklist-measurements.ts'
import { writeResults } from './write-results.ts'

/* A new version of a trial changes the answers of a caseload while people go on asking for their worklists. */

const patientCount = sizeOfRun('BENCH_PATIENTS', 100_000)
const { seconds, answers, idle, meanwhile } = await timeAmendedTrial(patientCount)

writeResults('amended-trial', {
  title: 'An amended trial',
  method: [
    `${patientCount.toLocaleString('en-GB')} patients, copies of the 240 of the demonstration, on PGlite in memory. A trial that they were screened against gains a criterion that rules everybody out: each answer that changes is explained from what it was found with.`,
    'The new version is stored as an import stores it, and the jobs that follow run until none waits. An oncologist asks for the first page of the worklist every 20 ms beside it, in the same process, without a network.',
  ],
  measurements: [
    { what: 'until every patient was screened', value: seconds, unit: 's' },
    { what: 'answers changed and explained', value: answers, unit: 'answers' },
    ...worklistMeasurements({ idle, meanwhile }),
  ],
})
