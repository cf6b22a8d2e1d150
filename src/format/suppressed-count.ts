import { countText } from './counts.ts'

/** A number that may be suppressed outside the care team: `25`, or `1 to 7`. */
export function suppressedCountText(count: number | null): string {
  return count === null ? '1 to 7' : countText(count)
}

/** The same of a draft, in which nobody cannot be told from a few: `25`, or `0 to 7`. */
export function draftCountText(count: number | null): string {
  return count === null ? '0 to 7' : countText(count)
}

/** Writes a number that may be suppressed. */
export type WriteCount = (count: number | null) => string
