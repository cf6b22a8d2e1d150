import { expect, it } from 'vitest'
import { distributionOf } from './distribution.ts'

it('finds the middle, the nearly largest and the largest, in whatever order', () => {
  const values = Array.from({ length: 20 }, (_, index) => 20 - index)
  expect(distributionOf(values)).toEqual({ median: 10, p95: 19, largest: 20, count: 20 })
  expect(distributionOf([7])).toEqual({ median: 7, p95: 7, largest: 7, count: 1 })
})

it('gives no number where nothing was measured', () => {
  expect(() => distributionOf([])).toThrow('Nothing was measured')
})
