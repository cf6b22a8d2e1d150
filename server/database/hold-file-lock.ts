import { DatabaseSync } from 'node:sqlite'

const sqliteBusy = 5

/**
 * Takes the operating system's exclusive lock on a file, or returns null when another process has it. The kernel gives
 * the lock back when the process ends, however it ends, so a kill leaves nothing stale.
 *
 * Node has no call for file locks; SQLite, which comes with Node, takes one for an exclusive transaction. Unlike a
 * socket name, it also holds between two containers that mount the same volume.
 */
export function holdFileLock(lockFile: string): { release(): void } | null {
  const file = new DatabaseSync(lockFile)
  try {
    // Nothing is ever stored; without this SQLite would keep a journal file beside the lock.
    file.exec('pragma journal_mode = off')
    file.exec('begin exclusive')
  } catch (error) {
    file.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) return null
    throw new Error(
      `Cannot lock ${lockFile}: keep the data directory on a file system that supports file locks and that this user may write to.`,
      { cause: error },
    )
  }
  return { release: () => file.close() }
}
