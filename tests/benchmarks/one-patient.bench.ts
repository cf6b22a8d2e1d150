import type { components } from '../../api/schema.ts'
import { openTestApp, type Send } from '../support/build-app.ts'
import { diagnosedPatientsOf } from './diagnosed-patients.ts'
import { distributionOf, timed } from './distribution.ts'
import { openVariants } from './open-variants.ts'
import { sizeOfRun } from './size-of-run.ts'
import { type Measurement, writeResults } from './write-results.ts'

/* One patient against 200 open trials, at the API: each candidate assessed anew, with its whole explanation. */

type Schemas = components['schemas']

const trialCount = sizeOfRun('BENCH_TRIALS', 200)
const requestCount = sizeOfRun('BENCH_REQUESTS', 60)
const patientCount = 20
const boundMs = 25

const mixed = await measure(null)
const own = await measure('own cancer')

writeResults('one-patient', {
  title: 'One patient against the open trials, at the API',
  method: [
    `${trialCount} open trials: those of the demonstration and variants of them with other limits. PGlite in memory; requests go into the server without a network.`,
    `${requestCount} requests for the candidates of patients of one organisation in turn, after as many that were not counted.`,
    'In the second case all variants are for the cancer of the patient asked about, so that each trial is assessed with every criterion: the most there can be.',
  ],
  measurements: [...mixed, ...own],
})

async function measure(kind: 'own cancer' | null): Promise<readonly Measurement[]> {
  const app = await openTestApp({ checksAnswers: false })
  try {
    const patients = (await diagnosedPatientsOf(app.database.db, 'oncologist', 'ZZ001')).slice(0, patientCount)
    const [first] = patients
    if (first === undefined) throw new Error('The demonstration has no patient with a proven cancer type at ZZ001')
    await openVariants(app.database.db, trialCount, kind === null ? null : [first.cancerTypeId])
    const asked = kind === null ? patients.map(({ patientId }) => patientId) : [first.patientId]
    const send = await app.signInAs('oncologist')
    await askInTurn(send, asked)
    const { times, candidates } = await askInTurn(send, asked)
    const { median, p95 } = distributionOf(times)
    const what = kind === null ? 'patients of several cancers' : 'every trial for the patient’s cancer'
    return [
      { what: `${what}: trials assessed and shown`, value: distributionOf(candidates).median, unit: 'trials' },
      {
        what: `${what}: median`,
        value: median,
        unit: 'ms',
        bound: { text: `under ${boundMs} ms`, isKept: median < boundMs },
      },
      { what: `${what}: 95 of 100 within`, value: p95, unit: 'ms' },
    ]
  } finally {
    await app.close()
  }
}

async function askInTurn(send: Send, patientIds: readonly string[]) {
  const times: number[] = []
  const candidates: number[] = []
  for (let index = 0; index < requestCount; index += 1) {
    const patientId = patientIds[index % patientIds.length]
    const url = `/api/patients/${patientId}/candidates`
    const { ms, result } = await timed(() => send({ method: 'GET', url }))
    if (result.statusCode !== 200) throw new Error(`GET ${url} answered ${result.statusCode}: ${result.body}`)
    times.push(ms)
    const { candidates: fitting, baskets, notMatched } = result.json<Schemas['CandidateList']>()
    candidates.push(fitting.length + baskets.length + notMatched.length)
  }
  return { times, candidates }
}
