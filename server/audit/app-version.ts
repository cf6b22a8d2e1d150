import { readFileSync } from 'node:fs'

const { version }: { version?: unknown } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
)

/** Which version of this program runs. */
export const appVersion: string = typeof version === 'string' ? version : 'unknown'
