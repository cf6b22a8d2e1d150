/** How small numbers of people are kept from those outside the care team. */
export interface DisclosurePolicy {
  readonly name: string
  /** Counts from 1 to this are not shown. */
  readonly hidesUpTo: number
  /** All others are rounded to a multiple of this. */
  readonly roundTo: number
  /** A question about fewer people than this, but not about nobody, is not broken down at all. */
  readonly smallestQuery: number
}

/** NHS Digital's rule of 2018 for hospital statistics below the national level: 0 shown, 1 to 7 hidden, rest to 5. */
export const hesPolicy: DisclosurePolicy = { name: 'nhsd-hes-2018', hidesUpTo: 7, roundTo: 5, smallestQuery: 8 }

/** Stands beside every suppressed table. */
export const disclosureFootnote =
  'Outside the care team, numbers from 1 to 7 are shown as “1 to 7” and all others are rounded to the nearest 5, each by itself: the rows may not add up to the total.'
