import { expect, test } from 'vitest'
import { unstorableText } from './unstorable-text.ts'

test('finds a null character and half a surrogate pair, wherever they are', () => {
  const value = { name: 'A\0', list: ['fine', { note: 'half \ud83d' }], whole: '😀', count: 1, none: null }
  expect(unstorableText(value).toSorted()).toEqual([['list', '1', 'note'], ['name']])
})

test.each(['', 'Zoë', '😀', 'tab\tand line\n', 42, null, undefined, [], {}])('%j can be stored', (value) => {
  expect(unstorableText(value)).toEqual([])
})

test('looks through a million levels', () => {
  let value: unknown = '\0'
  for (let level = 0; level < 1_000_000; level += 1) value = [value]
  expect(unstorableText(value)[0]).toHaveLength(1_000_000)
})
