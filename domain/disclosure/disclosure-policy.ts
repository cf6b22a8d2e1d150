/** How small numbers of people are kept from those outside the care team. */
export interface DisclosurePolicy {
  readonly name: string
  /** Counts from this, 0 or 1, … */
  readonly hidesFrom: 0 | 1
  /** … to this are not shown, and look alike. */
  readonly hidesUpTo: number
  /** All others are rounded to a multiple of this. */
  readonly roundTo: number
  /** A question about fewer people than this is not broken down at all, unless it is about a shown nobody. */
  readonly smallestQuery: number
}

/** NHS Digital's rule of 2018 for hospital statistics below the national level: 0 shown, 1 to 7 hidden, rest to 5. */
export const hesPolicy: DisclosurePolicy = {
  name: 'nhsd-hes-2018',
  hidesFrom: 1,
  hidesUpTo: 7,
  roundTo: 5,
  smallestQuery: 8,
}

/**
 * The same of numbers by patient weight. A weighted 0 may hide somebody who does not count, so it is not known to be
 * nobody, and it is not told from 1 to 7.
 */
export const weightedPolicy: DisclosurePolicy = { ...hesPolicy, name: 'nhsd-hes-2018-weighted', hidesFrom: 0 }

/** Stands beside every suppressed table in which each patient counts once. */
export const disclosureFootnote =
  'Outside the care team, numbers from 1 to 7 are shown as “1 to 7” and all others are rounded to the nearest 5, each by itself: the rows may not add up to the total.'

/** Stands beside every table of numbers by patient weight. */
export const weightedFootnote =
  'Outside the care team, all numbers from 0 to 7 are shown as “0 to 7”, so that none looks the same as a few, and all others are rounded to the nearest 5, each by itself: the rows may not add up to the total. Because drafts can be compared with each other, some of these patients count twice in them and some not at all, always the same ones: a number can be a few too high or too low, and “0 to 7” can stand for a few more.'
