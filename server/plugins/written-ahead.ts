import { setImmediate } from 'node:timers/promises'

const written = new WeakMap<object, string>()

/**
 * Writes an answer out as JSON once whatever was asked just before is on its way: a long answer takes as long as the
 * database does for the event that tells of it. Nobody may change the answer afterwards.
 */
export async function writeAhead(body: unknown): Promise<void> {
  if (typeof body !== 'object' || body === null) return
  await setImmediate()
  written.set(body, JSON.stringify(body))
}

/** The answer as JSON, as it was written ahead or now. */
export function writtenAnswer(body: unknown): string {
  const ahead = typeof body === 'object' && body !== null ? written.get(body) : undefined
  return ahead ?? JSON.stringify(body)
}
