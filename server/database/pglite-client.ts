import { Worker } from 'node:worker_threads'
import { DatabaseError } from './database-error.ts'
import type { PgliteReply, PgliteRequest, PgliteResult, PgliteStorage } from './pglite-protocol.ts'

interface Waiting {
  resolve(result: PgliteResult | null): void
  reject(error: Error): void
}

/** The embedded database, in a thread of its own. It has one session: statements run one after the other. */
export class PgliteClient {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  readonly #listeners = new Map<string, Set<(payload: string) => void>>()
  #lastId = 0
  #ended: Error | null = null

  private constructor(storage: PgliteStorage) {
    this.#worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: storage })
  }

  /** Opens the database; one in a directory has been made before. */
  static async open(storage: PgliteStorage): Promise<PgliteClient> {
    const client = new PgliteClient(storage)
    await client.#start()
    return client
  }

  /** Runs one statement. Its rows are what the statement says they are: `Row` is the caller's claim. */
  async query<Row>(text: string, parameters: readonly unknown[] = []): Promise<PgliteResult<Row>> {
    try {
      const result = await this.#ask({ op: 'query', text, parameters })
      if (result === null) throw new Error('The database thread answered a query without a result.')
      return { ...result, rows: result.rows as Row[] }
    } catch (error) {
      // An error from another thread knows nothing of who asked; this puts the caller back into its stack.
      if (error instanceof Error) Error.captureStackTrace(error)
      throw error
    }
  }

  /** Runs several statements of plain SQL, without parameters or results. */
  async exec(text: string): Promise<void> {
    await this.#ask({ op: 'exec', text })
  }

  /** Calls back for every NOTIFY on a channel, from this process's own transactions too; resolves to a way to stop. */
  async listen(channel: string, onPayload: (payload: string) => void): Promise<() => Promise<void>> {
    const listeners = this.#listeners.get(channel) ?? new Set()
    this.#listeners.set(channel, listeners)
    listeners.add(onPayload)
    if (listeners.size === 1) await this.#ask({ op: 'listen', channel })
    return async () => {
      listeners.delete(onPayload)
      if (listeners.size === 0 && this.#ended === null) await this.#ask({ op: 'unlisten', channel })
    }
  }

  /** Writes the whole database into a file from which `open` can load a copy. */
  async dumpTo(file: string): Promise<void> {
    await this.#ask({ op: 'dump', file })
  }

  async close(): Promise<void> {
    if (this.#ended !== null) return
    await this.#ask({ op: 'close' })
    this.#ended = new Error('The database is closed.')
    await this.#worker.terminate()
  }

  #start(): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (error: Error) => {
        this.#end(error)
        reject(error)
      }
      this.#worker.on('error', end)
      this.#worker.on('messageerror', end)
      this.#worker.on('exit', (code) =>
        end(new Error(`The database thread ended with code ${code}; restart the server.`)),
      )
      this.#worker.on('message', (reply: PgliteReply) => {
        if (reply.kind === 'ready') resolve()
        else this.#receive(reply)
      })
    })
  }

  #ask(request: PgliteRequest): Promise<PgliteResult | null> {
    if (this.#ended !== null) return Promise.reject(this.#ended)
    this.#lastId += 1
    const id = this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage({ ...request, id })
    })
  }

  #receive(reply: Exclude<PgliteReply, { kind: 'ready' }>): void {
    if (reply.kind === 'notification') {
      for (const listener of this.#listeners.get(reply.channel) ?? []) listener(reply.payload)
      return
    }
    const waiting = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    if (reply.kind === 'result') waiting?.resolve(reply.result)
    else waiting?.reject(new DatabaseError(reply.message, reply.fields))
  }

  /** Nobody may wait for a thread that is gone. */
  #end(error: Error): void {
    this.#ended ??= error
    for (const waiting of this.#waiting.values()) waiting.reject(this.#ended)
    this.#waiting.clear()
  }
}
