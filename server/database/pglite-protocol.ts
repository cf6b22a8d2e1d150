import type { DatabaseErrorFields } from './database-error.ts'

/**
 * Where the embedded database keeps its data: in a directory that survives the process, or in memory, empty or loaded
 * from a dump made by `PgliteClient.dumpTo`.
 */
export type PgliteStorage =
  | { readonly kind: 'directory'; readonly directory: string }
  | { readonly kind: 'memory'; readonly dumpFile: string | null }

/** A statement that ends with it has its plan kept by the worker thread. */
export const keptPlanMark = '/* kept plan */'

/** What the main thread asks of the worker thread. */
export type PgliteRequest =
  | { readonly op: 'query'; readonly text: string; readonly parameters: readonly unknown[] }
  | { readonly op: 'exec'; readonly text: string }
  | { readonly op: 'listen' | 'unlisten'; readonly channel: string }
  | { readonly op: 'dump'; readonly file: string }
  | { readonly op: 'close' }

/** The result of one statement. `command` is PostgreSQL's own word for what it did, such as INSERT or ROLLBACK. */
export interface PgliteResult<Row = unknown> {
  readonly rows: Row[]
  readonly affectedRows: number | undefined
  readonly command: string | undefined
}

/** What the worker thread says: once `ready`, then one answer a request, and notifications in between. */
export type PgliteReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly id: number; readonly result: PgliteResult | null }
  | { readonly kind: 'error'; readonly id: number; readonly message: string; readonly fields: DatabaseErrorFields }
  | { readonly kind: 'notification'; readonly channel: string; readonly payload: string }
