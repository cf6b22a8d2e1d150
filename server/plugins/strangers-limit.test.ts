import { expect, test } from 'vitest'
import { strangersLimit } from './strangers-limit.ts'

const leftOut: string[] = []
const newLimit = () => {
  leftOut.length = 0
  return strangersLimit((address) => leftOut.push(address))
}
const at = (second: number) => new Date(Date.UTC(2026, 5, 15, 8, 0, second))
const admitted = (limit: ReturnType<typeof strangersLimit>, address: string, times: number, second = 0) =>
  Array.from({ length: times }, () => limit.admits(address, at(second))).filter(Boolean).length

test('takes 120 refusals of one address in a minute and leaves out the next', () => {
  const limit = newLimit()
  expect(admitted(limit, '192.0.2.1', 121)).toBe(120)
  expect(admitted(limit, '192.0.2.2', 1)).toBe(1)
})

test('begins again with the next minute', () => {
  const limit = newLimit()
  admitted(limit, '192.0.2.1', 121)
  expect(admitted(limit, '192.0.2.1', 1, 59)).toBe(0)
  expect(admitted(limit, '192.0.2.1', 1, 60)).toBe(1)
})

test('takes 3,000 in all, from however many addresses', () => {
  const limit = newLimit()
  const addresses = Array.from({ length: 3001 }, (_, index) => `192.0.2.${index}`)
  expect(addresses.filter((address) => limit.admits(address, at(0)))).toHaveLength(3000)
})

test('tells of the first that is left out, once a minute', () => {
  const limit = newLimit()
  admitted(limit, '192.0.2.1', 120)
  expect(leftOut).toEqual([])
  admitted(limit, '192.0.2.1', 5)
  admitted(limit, '192.0.2.2', 125)
  expect(leftOut).toEqual(['192.0.2.1'])
  admitted(limit, '192.0.2.2', 122, 60)
  expect(leftOut).toEqual(['192.0.2.1', '192.0.2.2'])
})
