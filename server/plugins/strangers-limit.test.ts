import { expect, test } from 'vitest'
import { strangersLimit } from './strangers-limit.ts'

const at = (second: number) => new Date(Date.UTC(2026, 5, 15, 8, 0, second))
const admitted = (limit: ReturnType<typeof strangersLimit>, address: string, times: number, second = 0) =>
  Array.from({ length: times }, () => limit.admits(address, at(second))).filter(Boolean).length

test('takes 120 refusals of one address in a minute and leaves out the next', () => {
  const limit = strangersLimit()
  expect(admitted(limit, '192.0.2.1', 121)).toBe(120)
  expect(admitted(limit, '192.0.2.2', 1)).toBe(1)
})

test('begins again with the next minute', () => {
  const limit = strangersLimit()
  admitted(limit, '192.0.2.1', 121)
  expect(admitted(limit, '192.0.2.1', 1, 59)).toBe(0)
  expect(admitted(limit, '192.0.2.1', 1, 60)).toBe(1)
})

test('takes 3,000 in all, from however many addresses', () => {
  const limit = strangersLimit()
  const addresses = Array.from({ length: 3001 }, (_, index) => `192.0.2.${index}`)
  expect(addresses.filter((address) => limit.admits(address, at(0)))).toHaveLength(3000)
})
