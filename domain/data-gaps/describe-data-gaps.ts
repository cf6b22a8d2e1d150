import { isLargeEnough, suppressCount } from '../disclosure/suppress-count.ts'
import { type BlockingItem, orderItems, suppressItem } from './blocking-item.ts'

/** Exact numbers of some caseload. */
export interface CaseloadGaps {
  /** Pairs of a patient and a trial of his or her cancer that do not fail and in which something is open. */
  readonly pairs: number
  /** Patients of such pairs. */
  readonly patients: number
  readonly items: readonly (BlockingItem & {
    readonly pairs: number
    readonly settlesAlone: number
    readonly patients: number
  })[]
}

/** What may be shown of it. Named after the contract's schema. */
export interface ShownGaps {
  readonly isSuppressed: boolean
  /** So few patients that nothing is broken down outside the care team. */
  readonly isTooFew: boolean
  readonly pairs: number | null
  readonly patients: number | null
  /** How many items there are, of which the first are given. */
  readonly total: number
  readonly items: BlockingItem[]
}

/** The first `limit` items. Outside the care team numbers are suppressed, and a handful of patients is not broken down. */
export function describeDataGaps(gaps: CaseloadGaps, isSuppressed: boolean, limit: number): ShownGaps {
  const { pairs, patients, items } = gaps
  if (!isSuppressed) {
    const first = orderItems(items).slice(0, limit)
    return { isSuppressed, isTooFew: false, pairs, patients, total: items.length, items: first }
  }
  const isTooFew = !isLargeEnough(patients)
  return {
    isSuppressed,
    isTooFew,
    pairs: isTooFew ? null : suppressCount(pairs),
    patients: suppressCount(patients),
    total: isTooFew ? 0 : items.length,
    items: isTooFew ? [] : orderItems(items.map(suppressItem)).slice(0, limit),
  }
}
