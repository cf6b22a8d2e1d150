import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { type DatabaseErrorFields, databaseErrorFields } from './database-error.ts'
import { openDurablePglite } from './durable-pglite.ts'
import { KeptStatements } from './kept-statements.ts'
import { pgliteOptions } from './pglite-options.ts'
import {
  keptPlanMark,
  type PgliteReply,
  type PgliteRequest,
  type PgliteResult,
  type PgliteStorage,
} from './pglite-protocol.ts'

// The thread the embedded database runs in: its queries compute without a pause, and on the main thread they would stop
// every other request meanwhile. Started by PgliteClient only.

if (parentPort === null)
  throw new Error('pglite-worker.ts runs in a worker thread; open the database with PgliteClient.')
const port = parentPort
const storage: PgliteStorage = workerData
const opening = open(storage)
const keeping = opening.then((database) => new KeptStatements(database))
const stopListening = new Map<string, () => Promise<void>>()

// From the start, though nothing is asked before `ready`: it keeps the event loop busy while the database compiles. An
// idle loop makes Node block this thread until the compilers are done, and they may be waiting for this very thread.
port.on('message', (message: PgliteRequest & { readonly id: number }) => {
  answer(message).then(
    (result) => reply({ kind: 'result', id: message.id, result }),
    (error: unknown) => reply({ kind: 'error', id: message.id, ...describe(error) }),
  )
})
await opening
reply({ kind: 'ready' })

function open(from: PgliteStorage): Promise<PGlite> {
  if (from.kind === 'directory') return openDurablePglite(from.directory)
  const dump = from.dumpFile === null ? {} : { loadDataDir: new Blob([readFileSync(from.dumpFile)]) }
  return PGlite.create({ ...pgliteOptions, ...dump })
}

async function answer(request: PgliteRequest): Promise<PgliteResult | null> {
  const database = await opening
  switch (request.op) {
    case 'query': {
      const { text, parameters } = request
      const { rows, affectedRows, command } = text.endsWith(keptPlanMark)
        ? await (await keeping).query(text, parameters)
        : await database.query(text, [...parameters])
      return { rows, affectedRows, command }
    }
    case 'exec':
      await database.exec(request.text)
      return null
    case 'listen':
      stopListening.set(
        request.channel,
        await database.listen(request.channel, (payload) =>
          reply({ kind: 'notification', channel: request.channel, payload }),
        ),
      )
      return null
    case 'unlisten':
      await stopListening.get(request.channel)?.()
      return null
    case 'dump':
      await writeFile(request.file, new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer()))
      return null
    case 'close':
      await database.close()
      return null
    default:
      return request satisfies never
  }
}

function reply(message: PgliteReply): void {
  port.postMessage(message)
}

/** Only text crosses between threads: an error object would lose its SQLSTATE and constraint on the way. */
function describe(error: unknown): { message: string; fields: DatabaseErrorFields } {
  if (!(error instanceof Error)) return { message: String(error), fields: {} }
  const fields: DatabaseErrorFields = {}
  for (const field of databaseErrorFields) {
    const value: unknown = Reflect.get(error, field)
    if (typeof value === 'string') fields[field] = value
  }
  return { message: error.message, fields }
}
