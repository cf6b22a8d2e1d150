import type { components } from '#api/schema.ts'
import { type CountName, mapCounts } from '#domain/feasibility/feasibility-counts.ts'
import { draftCountText, suppressedCountText } from '../../format/suppressed-count.ts'

/**
 * The totals over the hospitals whose numbers are suppressed, as they are shown: rounded, or "about" so many where only
 * an estimate may be shown. Null where there is neither.
 */
export function totalTexts(
  { total, withheldTotals, estimate }: components['schemas']['Feasibility'],
  isDraft: boolean,
): Readonly<Record<CountName, string>> | null {
  if (isDraft) return total === null ? null : mapCounts((name) => draftCountText(total[name]))
  if (estimate === null) return null
  return mapCounts((name) =>
    total === null || withheldTotals.includes(name) ? about(estimate[name]) : suppressedCountText(total[name]),
  )
}

function about(estimate: number | null): string {
  return `${estimate === null || estimate === 0 ? '' : 'about '}${draftCountText(estimate)}`
}
