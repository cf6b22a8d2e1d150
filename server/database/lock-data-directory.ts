import { rmSync } from 'node:fs'
import { type OnCommand, serveCommands } from './command-channel.ts'
import { holdFileLock } from './hold-file-lock.ts'
import { lockAddress } from './lock-address.ts'
import { newLockHolder, readLockHolder, writeLockHolder } from './lock-holder.ts'

/** An exclusive hold on a data directory; it also ends with the process. */
export interface DataDirectoryLock {
  /** The directory with links resolved. */
  readonly directory: string
  /** Ends the commands that run inside this process and takes no more; before closing what they use. */
  stopCommands(): Promise<void>
  release(): Promise<void>
}

/** Another process has the data directory. */
export class DataDirectoryInUse extends Error {
  override readonly name = 'DataDirectoryInUse'
}

/**
 * Locks a data directory for this process, because two processes that open the same embedded database destroy it
 * without either noticing. While the lock is held, scripts of the same user can have `onCommand` run inside this process
 * (see `askLockHolder`).
 *
 * @throws DataDirectoryInUse naming the directory and the process that has it
 */
export async function lockDataDirectory(
  directory: string,
  onCommand: OnCommand = runNothing,
): Promise<DataDirectoryLock> {
  const address = lockAddress(directory)
  const file = holdFileLock(address.lockFile)
  if (file === null) throw inUse(address.directory, describeHolder(address.holderFile))

  try {
    const holder = newLockHolder()
    const channel = await serveCommands(address.socketPath, holder.token, onCommand)
    writeLockHolder(address.holderFile, holder)
    const stopCommands = once(() => channel.close())
    return {
      directory: address.directory,
      stopCommands,
      release: once(async () => {
        await stopCommands()
        rmSync(address.holderFile, { force: true })
        file.release()
      }),
    }
  } catch (error) {
    file.release()
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw inUse(address.directory, 'a process whose lock file was deleted')
    }
    throw error
  }
}

async function runNothing(): Promise<number> {
  throw new Error('The process that holds the data directory runs no commands; stop it first.')
}

function describeHolder(holderFile: string): string {
  const holder = readLockHolder(holderFile)
  return holder === null ? 'another process' : `process ${holder.processId} on ${holder.host}`
}

function inUse(directory: string, holder: string): DataDirectoryInUse {
  return new DataDirectoryInUse(
    `The data directory ${directory} is in use by ${holder}. Stop that process, or give this one another directory with DATA_DIR, ` +
      'or use a PostgreSQL server (DATABASE_URL), which several processes can share.',
  )
}

/** A second call waits for the first: by then another process may have the directory. */
function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= action()
    return done
  }
}
