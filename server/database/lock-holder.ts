import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import * as v from 'valibot'

const holder = v.object({ processId: v.number(), host: v.string(), token: v.string() })

/** The process that holds a data directory, and the token that lets a script ask it to run a command. */
export type LockHolder = v.InferOutput<typeof holder>

/** This process, with a fresh random token. */
export function newLockHolder(): LockHolder {
  return { processId: process.pid, host: hostname(), token: randomBytes(32).toString('hex') }
}

/** Writes the holder where only the same user can read it. */
export function writeLockHolder(holderFile: string, written: LockHolder): void {
  // Removed first: writing over an existing file would keep that file's permissions.
  rmSync(holderFile, { force: true })
  writeFileSync(holderFile, JSON.stringify(written), { mode: 0o600, flag: 'wx' })
}

/** The holder as written by {@link writeLockHolder}, or null where nobody wrote one or it is cut short. */
export function readLockHolder(holderFile: string): LockHolder | null {
  try {
    const parsed = v.safeParse(holder, JSON.parse(readFileSync(holderFile, 'utf8')))
    return parsed.success ? parsed.output : null
  } catch (error) {
    if (error instanceof SyntaxError || isMissingFile(error)) return null
    throw error
  }
}

function isMissingFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
