import { expect, test } from 'vitest'
import type { TrialRecord } from '#domain/trial/trial-record.ts'
import { exampleStudy, exampleStudyWith } from './clinical-trials-gov/example-study.ts'
import { parseStudy } from './clinical-trials-gov/parse-study.ts'
import { contentHash } from './content-hash.ts'

function trial(study: unknown): TrialRecord {
  const parsed = parseStudy(study)
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  return parsed.ok
}

test('the same content has the same hash, whatever the order of its fields', () => {
  const one = trial(exampleStudy)
  const turned = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(one).reverse()))) as TrialRecord
  expect(contentHash(turned)).toBe(contentHash(one))
  expect(contentHash(one)).toMatch(/^[0-9a-f]{64}$/)
})

test('a new day of the registry without news changes nothing', () => {
  const tomorrow = { ...exampleStudy, derivedSection: { miscInfoModule: { versionHolder: '2030-03-02' } } }
  expect(contentHash(trial(tomorrow))).toBe(contentHash(trial(exampleStudy)))
})

test.each([
  ['status', exampleStudyWith({ statusModule: { overallStatus: 'SUSPENDED' } })],
  ['an age limit', exampleStudyWith({ eligibilityModule: { minimumAge: '18 Years' } })],
  ['the order of phases', exampleStudyWith({ designModule: { phases: ['PHASE2', 'PHASE1'] } })],
  ['sites', exampleStudyWith({ contactsLocationsModule: { locations: [] } })],
])('a change of %s changes the hash', (_, changed) => {
  expect(contentHash(trial(changed))).not.toBe(contentHash(trial(exampleStudy)))
})
