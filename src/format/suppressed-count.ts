import { countText } from './counts.ts'

/** A number that may be suppressed outside the care team: `25`, or `1 to 7`. */
export function suppressedCountText(count: number | null): string {
  return count === null ? '1 to 7' : countText(count)
}
