import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The key that seals second factors: from the configuration, or from a file of the data directory, which is made when it
 * is first needed and which only this user reads. It is never in the database, so that a copy of that opens none.
 *
 * @param configured 64 hexadecimal digits; null for none
 */
export function secondFactorKey(configured: string | null, dataDirectory: string): () => Buffer {
  let key: Buffer | null = configured === null ? null : Buffer.from(configured, 'hex')
  return () => {
    key ??= keyInFile(dataDirectory)
    return key
  }
}

function keyInFile(dataDirectory: string): Buffer {
  const path = join(dataDirectory, 'second-factor.key')
  mkdirSync(dataDirectory, { recursive: true })
  try {
    // Only one of two that begin together makes it; the other reads it.
    writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600, flush: true })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const text = readFileSync(path, 'utf8').trim()
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex')
  throw new Error(`${path} holds no key of 64 hexadecimal digits. Put back the file that was there.`)
}
