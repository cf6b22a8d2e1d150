import { expect, test } from 'vitest'
import { classifyImport, type StoredVersion } from './classify-import.ts'
import { exampleStudy } from './clinical-trials-gov/example-study.ts'
import { parseStudy } from './clinical-trials-gov/parse-study.ts'

const parsed = parseStudy(exampleStudy)
if ('problems' in parsed) throw new Error('the example is broken')
const incoming = parsed.ok // last updated 2030-02-11, data of 2030-03-01

function against(stored: Partial<StoredVersion> | null): string {
  const whole = stored && { contentHash: 'other', lastUpdatedOn: null, dataDate: null, ...stored }
  return classifyImport(whole, incoming, 'new')
}

test('a trial that was not there is added', () => {
  expect(against(null)).toBe('added')
})

test('the same content is unchanged, whatever the dates say', () => {
  expect(against({ contentHash: 'new', lastUpdatedOn: '2031-01-01' })).toBe('unchanged')
})

test.each([
  ['2030-02-10', 'changed'],
  ['2030-02-11', 'changed'],
  ['2030-02-12', 'older'],
  ['2030-02', 'changed'],
  ['2030-03', 'older'],
] as const)('against a stored record last updated on %s it is %s', (lastUpdatedOn, expected) => {
  expect(against({ lastUpdatedOn })).toBe(expected)
})

test('where the update does not decide, the day of the data does', () => {
  expect(against({ lastUpdatedOn: '2030-02-11', dataDate: '2030-03-02' })).toBe('older')
  expect(against({ lastUpdatedOn: null, dataDate: '2030-02-28' })).toBe('changed')
})

test('a month does not say whether it is before a day in it', () => {
  const dates = { ...incoming.dates, lastUpdated: { on: '2030-02', type: null } }
  const stored = { contentHash: 'other', lastUpdatedOn: '2030-02-11', dataDate: null }
  expect(classifyImport(stored, { ...incoming, dates }, 'new')).toBe('changed')
})
