import { describe, expect, test } from 'vitest'
import {
  type Failures,
  mostStrangersFailures,
  placeFailed,
  placeWait,
  strangersFailed,
  strangersWait,
  waitAfter,
} from './sign-in-back-off.ts'

const start = Date.UTC(2026, 5, 15, 8)
const minute = 60_000
const failed = (count: number, add: typeof placeFailed): Failures | null =>
  Array.from({ length: count }).reduce<Failures | null>((failures) => add(failures, start), null)

describe('one place', () => {
  test('may fail four times without waiting, and from the fifth waits twice as long each time, up to a quarter hour', () => {
    expect([1, 4, 5, 6, 7, 8, 9, 10, 11, 1000].map((count) => waitAfter(count) / 1000)).toEqual([
      0, 0, 30, 60, 120, 240, 480, 900, 900, 900,
    ])
  })

  test('is let in again once the wait is over, and not before', () => {
    const failures = failed(5, placeFailed)
    expect(placeWait(failures, start + 29_999)).toBe(1)
    expect(placeWait(failures, start + 30_000)).toBe(0)
    expect(placeWait(failures, start + 30_001)).toBe(0)
    expect(placeWait(null, start)).toBe(0)
  })

  test('begins anew after a day', () => {
    const day = 24 * 60 * minute
    expect(placeFailed(failed(9, placeFailed), start + day - 1).count).toBe(10)
    expect(placeFailed(failed(9, placeFailed), start + day).count).toBe(1)
  })
})

describe('all strangers of one account', () => {
  test('fail a hundred times in an hour and no more', () => {
    expect(strangersWait(failed(mostStrangersFailures - 1, strangersFailed), start)).toBe(0)
    const failures = failed(mostStrangersFailures, strangersFailed)
    expect(strangersWait(failures, start)).toBe(60 * minute)
    expect(strangersWait(failures, start + 60 * minute - 1)).toBe(1)
    expect(strangersWait(failures, start + 60 * minute)).toBe(0)
    expect(strangersFailed(failures, start + 60 * minute).count).toBe(1)
  })
})
