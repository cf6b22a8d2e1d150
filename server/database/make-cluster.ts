import { existsSync, rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { reportProgress } from '../report-progress.ts'
import { clusterPlaces } from './cluster-places.ts'

export interface ClusterMaking {
  readonly say: (line: string) => void
  /** How long one attempt may take; it takes about five seconds. */
  readonly limitMs?: number
  /** The program of the thread that makes it. */
  readonly thread?: URL
}

const attempts = 2
const usualLimitMs = 120_000
const endingLimitMs = 10_000
const usualThread = new URL('./cluster-thread.ts', import.meta.url)

/**
 * Makes the embedded database of a data directory where there is none yet, and takes away what an interrupted making
 * left. An attempt that does not end in time is stopped and begun again once. The caller holds the directory's lock.
 *
 * @throws when it cannot be made; nothing half-made is left
 */
export async function makeCluster(
  dataDirectory: string,
  { say, limitMs = usualLimitMs, thread = usualThread }: ClusterMaking,
): Promise<void> {
  const { cluster, unfinished } = clusterPlaces(dataDirectory)
  const removeUnfinished = () => rmSync(unfinished, { recursive: true, force: true })
  removeUnfinished()
  if (existsSync(cluster)) return

  say('Making the database (first start only).')
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      const making = () => endsInTime(new Worker(thread, { workerData: dataDirectory }), limitMs)
      if (await reportProgress('Making the database', say, making)) return
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Error(
        `The database could not be made in ${dataDirectory}: ${reason} Nothing half-made is left. ` +
          'Check that this user may write there and that 200 MB are free, then start again.',
        { cause: error },
      )
    } finally {
      removeUnfinished()
    }
    say(`Making the database took longer than ${limitMs / 1000} s and was stopped (attempt ${attempt} of ${attempts}).`)
  }
  throw new Error(
    `The database could not be made in ${dataDirectory}: ${attempts} attempts of ${limitMs / 1000} s did not end. ` +
      'Nothing half-made is left. Start again when the machine is less busy, choose a faster disk with DATA_DIR, ' +
      'or use a PostgreSQL server (DATABASE_URL).',
  )
}

/** False when the thread had to be stopped because its time was over. */
async function endsInTime(worker: Worker, limitMs: number): Promise<boolean> {
  const { promise: ended, resolve, reject } = Promise.withResolvers<boolean>()
  worker.once('error', reject)
  worker.once('messageerror', reject)
  worker.once('exit', (code) => {
    if (code === 0) resolve(true)
    else reject(new Error(`The thread that makes it ended with code ${code}.`))
  })
  const timer = setTimeout(() => resolve(false), limitMs)
  const isDone = await ended.finally(() => clearTimeout(timer))
  if (!isDone) await stop(worker)
  return isDone
}

/** @throws when the thread goes on regardless: it might still write into the folder that the next attempt uses */
async function stop(worker: Worker): Promise<void> {
  const { promise: outOfTime, reject } = Promise.withResolvers<never>()
  const refuse = () => reject(new Error('It took too long and its thread could not be stopped.'))
  const timer = setTimeout(refuse, endingLimitMs)
  await Promise.race([worker.terminate(), outOfTime]).finally(() => clearTimeout(timer))
}
