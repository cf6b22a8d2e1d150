import { type DisclosurePolicy, hesPolicy } from './disclosure-policy.ts'

/**
 * A true count as it may be shown: 0 → 0, 1 to 7 → null, 8 → 10, 12 → 10, 13 → 15. By patient weight, 0 → null too. Round
 * totals from true totals.
 */
export function suppressCount(
  count: number,
  { hidesFrom, hidesUpTo, roundTo }: DisclosurePolicy = hesPolicy,
): number | null {
  return count >= hidesFrom && count <= hidesUpTo ? null : Math.round(count / roundTo) * roundTo
}

/**
 * Whether a question may be broken down: about nobody, where that may be said, or about enough people that no row points
 * at one of them.
 */
export function isLargeEnough(count: number, { hidesFrom, smallestQuery }: DisclosurePolicy = hesPolicy): boolean {
  return count < hidesFrom || count >= smallestQuery
}
