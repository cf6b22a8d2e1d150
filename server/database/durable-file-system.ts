import { closeSync, fsyncSync, openSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/**
 * PGlite's file system on disk, with the one call it lacks: fsync. Without it PostgreSQL believes a commit is on disk
 * while the operating system still holds it in memory, and a power cut loses it.
 *
 * The call is added before the database starts, so that recovery after a crash is flushed as well.
 */
export class DurableFileSystem extends NodeFS {
  /** How often the database asked for a flush so far. Proves that it does. */
  flushCount = 0

  override async init(...[pglite, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pglite, options)
    const addFlush = (module: { readonly NODEFS: unknown }) => {
      const { stream_ops, realPath } = nodeFileSystem(module.NODEFS)
      stream_ops.fsync = (stream) => {
        this.flushCount += 1
        if (stream.nfd === undefined) flushDirectory(realPath(stream.node))
        else fsyncSync(stream.nfd)
        return 0
      }
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFlush] } }
  }
}

/** The parts of Emscripten's NODEFS used here; they are not in its published types, hence the exact pin of PGlite. */
interface NodeFileSystem {
  readonly stream_ops: { fsync?: (stream: { readonly nfd?: number; readonly node: unknown }) => number }
  readonly realPath: (node: unknown) => string
}

function nodeFileSystem(value: unknown): NodeFileSystem {
  if (isNodeFileSystem(value)) return value
  throw new Error(
    'This version of PGlite has another file system inside; pin the version DurableFileSystem was written for.',
  )
}

function isNodeFileSystem(value: unknown): value is NodeFileSystem {
  return typeof value === 'object' && value !== null && 'stream_ops' in value && 'realPath' in value
}

/** Flushes the names in a directory. Windows cannot open a directory and needs no such flush. */
function flushDirectory(path: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
