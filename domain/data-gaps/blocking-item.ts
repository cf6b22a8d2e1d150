import { suppressCount } from '../disclosure/suppress-count.ts'

/** One missing item over a caseload. Null in a number: 1 to 7, not shown outside the care team. */
export interface BlockingItem {
  readonly key: string
  readonly label: string
  /** Pairs of a patient and a trial of his or her cancer that do not fail, and that this item leaves undecided. */
  readonly pairs: number | null
  /** Of these, the pairs in which nothing else is open or puts the patient off. */
  readonly settlesAlone: number | null
  readonly patients: number | null
}

/** Outside the care team. */
export function suppressItem(item: BlockingItem & Exact): BlockingItem {
  return {
    ...item,
    pairs: suppressCount(item.pairs),
    settlesAlone: suppressCount(item.settlesAlone),
    patients: suppressCount(item.patients),
  }
}

interface Exact {
  readonly pairs: number
  readonly settlesAlone: number
  readonly patients: number
}

/**
 * The items that block most come first. Only what is shown decides, so that the order of suppressed items says nothing
 * of their numbers.
 */
export function orderItems(items: readonly BlockingItem[]): readonly BlockingItem[] {
  return items.toSorted(
    (a, b) =>
      rank(b.pairs) - rank(a.pairs) ||
      rank(b.settlesAlone) - rank(a.settlesAlone) ||
      rank(b.patients) - rank(a.patients) ||
      (a.key < b.key ? -1 : 1),
  )
}

/** What is suppressed is more than none and less than anything shown. */
function rank(count: number | null): number {
  return count ?? 1
}
