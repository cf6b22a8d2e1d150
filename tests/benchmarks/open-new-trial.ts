import type { TrialCriterion } from '../../domain/trial/trial-criterion.ts'
import type { TrialRecord } from '../../domain/trial/trial-record.ts'
import { demonstrationTrials } from '../../mocks/data/trials/demonstration-trials.ts'
import type { Clock } from '../../server/clock.ts'
import type { OpenDatabase } from '../../server/database/database-engine.ts'
import { jobHandlers } from '../../server/jobs/job-handlers.ts'
import { runWaitingJobs } from '../../server/jobs/run-jobs.ts'
import { storeTrial } from '../../server/trial-store/store-trial-repository.ts'
import { testDay, testInstant } from '../support/demonstration-seed.ts'

/**
 * A trial that nobody was screened against opens, and the jobs that this asks for run until none waits. Returns how
 * many patients have an answer stored. `turn` makes it another trial each time.
 */
export async function openNewTrial(database: Screened, turn: number): Promise<number> {
  const record = newTrial(turn)
  await storeAndScreen(database, record)
  const { count } = await database.db
    .selectFrom('screening')
    .innerJoin('trial', 'trial.trial_id', 'screening.trial_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('trial.registry_id', '=', record.registryId)
    .executeTakeFirstOrThrow()
  return count
}

/**
 * A new version of the trial that opened on the same turn, with one criterion more, which rules everybody out, and the
 * jobs that this asks for. Returns how many answers changed: each has to be explained.
 */
export async function amendTrial(database: Screened, turn: number): Promise<number> {
  const record = newTrial(turn)
  const [pattern] = record.criteria
  if (pattern === undefined) throw new Error('The trial has no criterion')
  const hundred: TrialCriterion = {
    ...pattern,
    id: 'AMENDED',
    kind: 'inclusion',
    class: 'hard',
    text: 'Aged 120 years or older',
    expr: { op: 'age', unit: 'years', min: 120 },
  }
  await storeAndScreen(database, { ...record, criteria: [...record.criteria, hundred] })
  const { count } = await database.db
    .selectFrom('screening_change')
    .innerJoin('trial', 'trial.trial_id', 'screening_change.trial_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('trial.registry_id', '=', record.registryId)
    .where('from_outcome', 'is not', null)
    .executeTakeFirstOrThrow()
  return count
}

type Screened = Pick<OpenDatabase, 'db' | 'gate' | 'engine'>

function newTrial(turn: number): TrialRecord {
  const [pattern] = demonstrationTrials(testDay)
  if (pattern === undefined) throw new Error('The demonstration has no trial')
  return { ...pattern.record, registryId: `NEW-${turn}`, title: `A newly opened trial (${turn})` }
}

async function storeAndScreen(database: Screened, record: TrialRecord): Promise<void> {
  const { db, gate } = database
  const clock: Clock = { now: () => testInstant }
  await db.transaction().execute((trx) => storeTrial(trx, record, { now: testInstant, isDemonstration: true }))
  const failures: unknown[] = []
  const onFailure = (_what: string, error: unknown) => void failures.push(error)
  await runWaitingJobs({ db: gate, handlers: jobHandlers(database, clock), onFailure }, new AbortController().signal)
  if (failures.length > 0) throw new AggregateError(failures, 'Screening for the trial failed')
}
