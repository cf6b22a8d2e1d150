import { createHmac, timingSafeEqual } from 'node:crypto'
import { acceptedSteps, codeOfHash, stepBytes } from '#domain/access/time-code.ts'

/** The six digits that an app with this secret shows during a step. */
export function timeCode(secret: Uint8Array, step: number): string {
  return codeOfHash(Uint8Array.from(createHmac('sha1', secret).update(stepBytes(step)).digest()))
}

/** The step that a code of six digits belongs to; null where it is none that is accepted now. */
export function stepOfCode(secret: Uint8Array, code: string, now: Date, lastStep: number | null): number | null {
  let found: number | null = null
  // All are compared, each in the same time: how long it takes tells nothing.
  for (const step of acceptedSteps(now, lastStep)) {
    if (timingSafeEqual(Buffer.from(timeCode(secret, step)), Buffer.from(code))) found ??= step
  }
  return found
}
