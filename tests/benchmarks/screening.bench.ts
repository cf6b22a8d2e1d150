import type { Tri } from '../../domain/eligibility/tri.ts'
import { testDay } from '../support/demonstration-seed.ts'
import { comparableTrials } from './comparable-trials.ts'
import { distributionOf, timed } from './distribution.ts'
import { cqlEngine } from './engines/cql-engine.ts'
import { jsonRulesEngine } from './engines/json-rules-engine.ts'
import type { ScreeningEngine, ScreeningRun } from './engines/screening-engine.ts'
import { sqlEngine } from './engines/sql-engine.ts'
import { typescriptEngine } from './engines/typescript-engine.ts'
import { livingPatients, openCaseload } from './open-caseload.ts'
import { sizeOfRun } from './size-of-run.ts'
import { type Measurement, writeResults } from './write-results.ts'

/* Pairs of patient and trial a second, beside two peers, and each engine's wrong answers where something is not known. */

const patientCount = sizeOfRun('BENCH_PATIENTS', 100_000)
const trialCount = sizeOfRun('BENCH_TRIALS', 50)
const sampleCount = sizeOfRun('BENCH_SAMPLE_PATIENTS', 300)
const rounds = sizeOfRun('BENCH_ROUNDS', 3)

const trials = comparableTrials(testDay, trialCount)
const sample = livingPatients(sampleCount)
const patients = sample.map(({ record }) => record)
const comparison = { patients, trials, asOf: testDay }

console.log(`Filling a caseload of ${patientCount} patients on PGlite`)
const database = await openCaseload('pglite', sample, patientCount)
const ours = sqlEngine({ db: database.db, engine: 'pglite', trials, asOf: testDay, patientCount })
const evaluator = typescriptEngine(comparison)
const cql = cqlEngine(comparison)
const jsonRules = jsonRulesEngine(comparison)
const engines: readonly ScreeningEngine[] = [ours, evaluator, cql, jsonRules]

const speeds = new Map<ScreeningEngine, number[]>(engines.map((engine) => [engine, []]))
const runs = new Map<ScreeningEngine, ScreeningRun>()
for (let round = 0; round < rounds; round += 1) {
  for (const engine of engines) {
    const { ms, result } = await timed(() => engine.screen())
    speeds.get(engine)?.push((1000 * result.pairs) / ms)
    runs.set(engine, result)
    console.log(`Round ${round + 1} of ${rounds}, ${engine.name}: ${result.pairs} pairs in ${Math.round(ms)} ms`)
  }
}
await database.close()

/** By the evaluator, which the tests compare with SQL and with CQL over generated criteria. */
const truth = answersOf(evaluator)
const unknownPairs = truth.filter((verdict) => verdict === 'unknown').length
const criteriaCount = trials.reduce((sum, { record }) => sum + record.criteria.length, 0) / trialCount

writeResults('screening', {
  title: 'Screening a caseload',
  method: [
    `${patientCount.toLocaleString('en-GB')} patients × ${trialCount} trials with ${criteriaCount.toFixed(1)} criteria each beside the cancer type; ${rounds} rounds, the engines taking turns in one process. Speeds are medians, ratios are medians of the ratios within a round.`,
    `SQL screened the whole caseload. The other engines screened ${sampleCount} of the patients (${(sampleCount * trialCount).toLocaleString('en-GB')} pairs a round), which is their speed for any number, because they take one patient after another. The rest of the caseload are copies of these and of the demonstration's.`,
    'Every engine had the same criteria; of the demonstration trials, those that a plain record answers and that two values can express. The peers had their records made ready, and one library or engine for all trials, outside the measured time.',
    'An answer is wrong where the pair is unknown and the engine says otherwise, or the pair is known and it does not say what is known.',
  ],
  measurements: [
    ...engines.map(
      (engine): Measurement => ({ what: engine.name, value: Math.round(speedOf(engine)), unit: 'pairs/s' }),
    ),
    ...shareOfSql(),
    ratio(ours, jsonRules, 50),
    ratio(ours, cql, 20),
    { what: 'Unknown pairs among those that all engines answered', value: unknownPairs, unit: 'pairs' },
    ...engines.flatMap(mistakesOf),
  ],
})

function speedOf(engine: ScreeningEngine): number {
  return distributionOf(speeds.get(engine) ?? []).median
}

function ratio(fast: ScreeningEngine, slow: ScreeningEngine, least: number): Measurement {
  const slowSpeeds = speeds.get(slow) ?? []
  const ratios = (speeds.get(fast) ?? []).map((speed, round) => speed / (slowSpeeds[round] ?? Number.NaN))
  const value = distributionOf(ratios).median
  const bound = { text: `at least ${least} times`, isKept: value >= least }
  return { what: `${fast.name} beside ${slow.name}`, value, unit: 'times', bound }
}

/** Of its last round: what SQL alone took, and what it left open. */
function shareOfSql(): readonly Measurement[] {
  const { sqlMs, evaluatorMs, openPairs, computedTrials } = ours.lastShare()
  return [
    { what: 'SQL: statements alone', value: Math.round((1000 * patientCount * trialCount) / sqlMs), unit: 'pairs/s' },
    { what: 'SQL: trials it answers wholly', value: computedTrials, unit: `of ${trialCount}` },
    { what: 'SQL: pairs left to the evaluator', value: openPairs, unit: 'pairs' },
    { what: 'SQL: time of the evaluator for these', value: Math.round(evaluatorMs), unit: 'ms' },
  ]
}

function answersOf(engine: ScreeningEngine): readonly Tri[] {
  const run = runs.get(engine)
  return patients.flatMap(({ patientId }) => trials.map(({ trialId }) => run?.answer(patientId, trialId) ?? 'unknown'))
}

function mistakesOf(engine: ScreeningEngine): readonly Measurement[] {
  const answers = answersOf(engine)
  const wrong = (from: (verdict: Tri) => boolean, to: Tri) =>
    truth.filter((verdict, index) => from(verdict) && answers[index] === to).length
  const known = truth.filter((verdict, index) => verdict !== 'unknown' && answers[index] !== verdict).length
  const isUnknown = (verdict: Tri) => verdict === 'unknown'
  const isOurs = engine === ours || engine === evaluator
  const none = (value: number) => (isOurs ? { bound: { text: 'none', isKept: value === 0 } } : {})
  const [excluded, included] = [wrong(isUnknown, 'notMet'), wrong(isUnknown, 'met')]
  return [
    { what: `${engine.name}: unknown pairs called ineligible`, value: excluded, unit: 'pairs', ...none(excluded) },
    { what: `${engine.name}: unknown pairs called eligible`, value: included, unit: 'pairs', ...none(included) },
    { what: `${engine.name}: known pairs answered otherwise`, value: known, unit: 'pairs', ...none(known) },
  ]
}
