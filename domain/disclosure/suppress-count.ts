import { type DisclosurePolicy, hesPolicy } from './disclosure-policy.ts'

/** A true count as it may be shown: 0 → 0, 1 to 7 → null, 8 → 10, 12 → 10, 13 → 15. Round totals from true totals. */
export function suppressCount(count: number, { hidesUpTo, roundTo }: DisclosurePolicy = hesPolicy): number | null {
  if (count === 0) return 0
  return count <= hidesUpTo ? null : Math.round(count / roundTo) * roundTo
}

/** Whether a question may be broken down: about nobody, or about enough people that no row points at one of them. */
export function isLargeEnough(count: number, { smallestQuery }: DisclosurePolicy = hesPolicy): boolean {
  return count === 0 || count >= smallestQuery
}
