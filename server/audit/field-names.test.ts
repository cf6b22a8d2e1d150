import { expect, test } from 'vitest'
import { fieldNames } from './field-names.ts'

test('names what was sent and nothing of what was in it', () => {
  const query = { limit: 25 }
  const body = { filters: { text: 'Smith', stage: ['IV'] }, sort: 'name', withheldItemIds: ['a'] }
  expect(fieldNames(query, body)).toEqual(['filters.stage', 'filters.text', 'limit', 'sort', 'withheldItemIds'])
})

test('nothing sent has no names', () => {
  expect(fieldNames({}, undefined, null)).toEqual([])
})

test('an empty object is named by itself', () => {
  expect(fieldNames({ filters: {} })).toEqual(['filters'])
})
