import { createHash } from 'node:crypto'
import type { TrialRecord } from '#domain/trial/trial-record.ts'

/**
 * SHA-256, in hexadecimal, of what a trial record says. Two records with the same content have the same hash whatever
 * the order of their fields. The day of the registry's data is left out: it moves every day although nothing changed.
 */
export function contentHash({ dataDate: _, ...content }: TrialRecord): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

/** JSON with the fields of every object in the order of their names; the order of lists has a meaning and stays. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
