import { hashText } from './hash-text.ts'

/** A source of chance that repeats itself exactly for the same key. It holds a state, so one key has one user. */
export interface SeededRandom {
  /** From 0 up to, not including, 1. */
  readonly next: () => number
  /** A whole number from `min` to `max`, both included. */
  readonly integer: (min: number, max: number) => number
  /** A number from `min` to `max`, rounded to `decimals` places. */
  readonly decimal: (min: number, max: number, decimals: number) => number
  /** True in the share of cases, from 0 to 1. */
  readonly chance: (share: number) => boolean
  readonly pick: <Item>(items: readonly Item[]) => Item
}

/** Example: `seededRandom('42/patient/7')`. The generator is sfc32 (Chris Doty-Humphrey, PractRand). */
export function seededRandom(key: string): SeededRandom {
  let [a, b, c, counter] = hashText(key)
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  // The first outputs still resemble the seed.
  for (let round = 0; round < 12; round += 1) next()
  return {
    next,
    integer: (min, max) => min + Math.floor(next() * (max - min + 1)),
    decimal: (min, max, decimals) => Number((min + next() * (max - min)).toFixed(decimals)),
    chance: (share) => next() < share,
    pick: (items) => pickAt(items, next()),
  }
}

/** The item at a place from 0 up to 1 along the list. Throws RangeError when there is nothing to pick from. */
export function pickAt<Item>(items: readonly Item[], place: number): Item {
  const item = items[Math.floor(place * items.length)]
  if (item === undefined) throw new RangeError('Nothing to pick from: give a list with at least one item.')
  return item
}
