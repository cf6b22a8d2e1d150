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
export async function openNewTrial(database: Pick<OpenDatabase, 'db' | 'engine'>, turn: number): Promise<number> {
  const { db } = database
  const clock: Clock = { now: () => testInstant }
  const [pattern] = demonstrationTrials(testDay)
  if (pattern === undefined) throw new Error('The demonstration has no trial')
  const record = { ...pattern.record, registryId: `NEW-${turn}`, title: `A newly opened trial (${turn})` }
  await db.transaction().execute((trx) => storeTrial(trx, record, { now: testInstant, isDemonstration: true }))
  const failures: unknown[] = []
  const onFailure = (_what: string, error: unknown) => void failures.push(error)
  await runWaitingJobs({ db, handlers: jobHandlers(database, clock), onFailure }, new AbortController().signal)
  if (failures.length > 0) throw new AggregateError(failures, 'Screening for the new trial failed')
  const { count } = await db
    .selectFrom('screening')
    .innerJoin('trial', 'trial.trial_id', 'screening.trial_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('trial.registry_id', '=', record.registryId)
    .executeTakeFirstOrThrow()
  return count
}
