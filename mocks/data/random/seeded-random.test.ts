import { describe, expect, test } from 'vitest'
import { evenSpread } from './even-spread.ts'
import { pickAt, seededRandom } from './seeded-random.ts'
import { stableId } from './stable-id.ts'
import { weightedPick } from './weighted-pick.ts'

function draws(key: string, count: number): readonly number[] {
  const random = seededRandom(key)
  return Array.from({ length: count }, () => random.next())
}

describe('chance that repeats itself', () => {
  test('the same key gives the same numbers, another key gives others', () => {
    expect(draws('42/patient/7', 20)).toEqual(draws('42/patient/7', 20))
    expect(draws('42/patient/7', 20)).not.toEqual(draws('42/patient/8', 20))
  })

  test('numbers lie from 0 up to, not including, 1 and fill the tenths evenly', () => {
    const numbers = draws('evenness', 10_000)
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThan(1)
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const inTenth = numbers.filter((number) => Math.floor(number * 10) === tenth).length
      expect(inTenth).toBeGreaterThan(850)
      expect(inTenth).toBeLessThan(1150)
    }
  })

  test('whole numbers reach both ends and never pass them', () => {
    const random = seededRandom('dice')
    const thrown = new Set(Array.from({ length: 500 }, () => random.integer(1, 6)))
    expect([...thrown].sort()).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('picking from an empty list says what is wrong', () => {
    expect(() => pickAt([], 0.5)).toThrow(/at least one item/)
    expect(() => weightedPick([], 0.5)).toThrow(/at least one weighted item/)
  })

  test('a weighted pick gives each item its stretch, both ends included', () => {
    const items = [
      { name: 'a', weight: 1 },
      { name: 'b', weight: 3 },
    ]
    expect([0, 0.2499, 0.25, 0.9999].map((place) => weightedPick(items, place).name)).toEqual(['a', 'a', 'b', 'b'])
  })

  test('an even spread meets a share of 15 % closely already for 240 patients', () => {
    const places = Array.from({ length: 240 }, (_, index) => evenSpread(index, 'morphology', 0.3))
    const share = places.filter((place) => place < 0.15).length / 240
    expect(Math.abs(share - 0.15)).toBeLessThan(0.02)
  })
})

describe('ids', () => {
  test('are UUIDs of version 4 form, the same for the same key', () => {
    const ids = Array.from({ length: 2000 }, (_, index) => stableId(`row/${index}`))
    expect(new Set(ids).size).toBe(2000)
    expect(stableId('row/0')).toBe(ids[0])
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
