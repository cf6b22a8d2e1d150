import { expect, test } from 'vitest'
import { readFields } from '../field-reader.ts'
import type { ImportProblem } from '../import-problem.ts'
import { parseLocations } from './parse-locations.ts'

function read(locations: unknown) {
  const problems: ImportProblem[] = []
  return { sites: parseLocations(readFields({ locations }, 'module', problems)), problems }
}

test('the key of a site does not move when its status or its contacts change', () => {
  const place = { facility: 'Example  Hospital', city: 'Exampleton', zip: 'EX1 1EX', country: 'United Kingdom' }
  const before = read([{ ...place, status: 'RECRUITING' }]).sites[0]
  const after = read([
    { ...place, facility: 'EXAMPLE HOSPITAL', status: 'SUSPENDED', contacts: [{ name: 'New Nurse' }] },
  ]).sites[0]
  expect(after?.siteKey).toBe(before?.siteKey)
  expect(after?.recruitmentStatus).toBe('paused')
})

test('sites that hide behind the same name are told apart', () => {
  const hidden = { facility: 'Research Site', city: 'Leeds', country: 'United Kingdom' }
  expect(read([hidden, hidden, { ...hidden, city: 'Lyon' }]).sites.map(({ siteKey }) => siteKey)).toEqual([
    'gb/leeds//research site',
    'gb/leeds//research site#2',
    'gb/lyon//research site',
  ])
})

test('a country nobody knows keeps its name and has no code', () => {
  expect(read([{ country: 'Ruritania' }]).sites[0]?.country).toEqual({ name: 'Ruritania', code: null })
})

test('a status of a site outside the list of the registry is a problem at that site', () => {
  expect(read([{}, { status: 'OPEN' }]).problems[0]?.path).toBe('module.locations[1].status')
})
