import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where the lock of one data directory lives. Every process that opens the same directory computes the same address. */
export interface LockAddress {
  readonly directory: string
  /** Empty file that carries the operating system's own lock. It stays behind on purpose: deleting it would let two processes lock two files. */
  readonly lockFile: string
  /** Who holds the lock, and the secret that opens its command channel; readable by the owner only. */
  readonly holderFile: string
  /** Socket of the command channel: abstract on Linux, a named pipe on Windows, a file elsewhere. */
  readonly socketPath: string
}

/** Finds the lock of a data directory, making the directory (for this user only) if it is not there yet. */
export function lockAddress(directory: string): LockAddress {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const real = realpathSync(directory)
  const key = `rare-cancer-trials-${createHash('sha256').update(real).digest('hex').slice(0, 32)}`
  return {
    directory: real,
    lockFile: join(real, 'in-use.lock'),
    holderFile: join(real, 'in-use.json'),
    socketPath: socketPath(key),
  }
}

function socketPath(key: string): string {
  switch (process.platform) {
    case 'linux':
      return `\0${key}`
    case 'win32':
      return `\\\\.\\pipe\\${key}`
    default:
      return join(tmpdir(), `${key}.sock`)
  }
}
