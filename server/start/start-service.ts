import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApp } from '../app.ts'
import { runSealer } from '../audit/run-sealer.ts'
import { type Clock, systemClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { openDatabase } from '../database/open-database.ts'
import { refreshStatistics } from '../database/refresh-statistics.ts'
import { enqueueRegularWork } from '../jobs/enqueue-regular-work.ts'
import { jobHandlers } from '../jobs/job-handlers.ts'
import { runJobs } from '../jobs/run-jobs.ts'
import { usualReceivingLimits } from '../plugins/receiving-limits.ts'
import { reportProgress } from '../report-progress.ts'
import { commandRunner } from '../scripts/command-runner.ts'
import { checkPort } from './check-port.ts'
import { describeStart } from './describe-start.ts'
import { keptSessionSecret } from './kept-session-secret.ts'
import { prepareDatabase } from './prepare-database.ts'
import { secondFactorKey } from './second-factor-key.ts'

export interface RunningService {
  /** Where it listens, for example "http://127.0.0.1:3000". */
  readonly address: string
  /** Where to go and how to get in and out, for whoever started it: to be said once it can be stopped. */
  readonly welcome: readonly string[]
  close(): Promise<void>
}

const builtPage = fileURLToPath(new URL('../../dist', import.meta.url))
const hourMilliseconds = 60 * 60 * 1000

/** Opens, migrates and fills the database, then serves page and API until closed. `say` prints one line. */
export async function startService(config: Config, say: (line: string) => void): Promise<RunningService> {
  const clock: Clock = config.testClock === null ? systemClock : stoppedAt(config.testClock)
  const commands = commandRunner(clock)
  await checkPort(config.host, config.port)
  say(config.database.kind === 'directory' ? `Opening the database in ${config.dataDirectory}` : 'Opening PostgreSQL')
  const database = await openDatabase(
    config.database.kind === 'directory' ? { ...config.database, onCommand: commands.run } : config.database,
    say,
  )
  try {
    const firstUse = await reportProgress('Preparing the database', say, async (sayMore) => {
      const prepared = await prepareDatabase({ database, config, clock, say: sayMore })
      await refreshStatistics(database)
      return prepared
    })
    const app = await buildApp({
      database,
      clock,
      sessionSecret: config.sessionSecret ?? (await keptSessionSecret(database)),
      secondFactor: {
        keyOf: secondFactorKey(config.secondFactorKey, config.dataDirectory),
        isDemanded: config.demandsSecondFactor,
      },
      publicOrigin: config.publicOrigin,
      trustedProxies: config.trustedProxies,
      requestLimits: { ...config.requestsPerMinute, elapsedMilliseconds: () => performance.now() },
      receivingLimits: usualReceivingLimits,
      singleSignOn: config.singleSignOn,
      logLevel: config.logLevel,
      pageDirectory: existsSync(join(builtPage, 'index.html')) ? builtPage : null,
      checksAnswers: false,
    })
    const listening: Promise<string> = app.listen({ host: config.host, port: config.port })
    const address = await listening
    const jobs = runJobs({
      db: database.gate,
      handlers: jobHandlers(database, clock),
      onFailure: (what, err) => app.log.error({ err }, `${what} failed and will be tried again`),
      restMilliseconds: 1000,
    })
    const sealer = runSealer({
      db: database.gate,
      clock,
      onFailure: (err) => app.log.error({ err }, 'the audit log was not sealed and will be tried again'),
      restMilliseconds: 1000,
    })
    const askForRegularWork = () =>
      enqueueRegularWork(database.gate, clock).catch((err: unknown) =>
        app.log.error({ err }, 'regular work was not asked for'),
      )
    const measureTables = () =>
      refreshStatistics(database).catch((err: unknown) => app.log.error({ err }, 'tables were not measured'))
    await askForRegularWork()
    const everyHour = setInterval(() => {
      void askForRegularWork()
      void measureTables()
    }, hourMilliseconds)
    commands.open(database)
    return {
      address,
      welcome: describeStart(config, address, firstUse),
      async close() {
        clearInterval(everyHour)
        await app.close()
        await jobs.stop()
        await sealer.stop()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** A clock for tests: the same instant for ever. */
function stoppedAt(instant: string): Clock {
  return { now: () => new Date(instant) }
}
