import { expect, test } from 'vitest'
import { geneFaults } from '#domain/feasibility/gene-faults.ts'
import { demonstrationTrials } from './demonstration-trials.ts'

test('every gene that a demonstration trial asks for is known', () => {
  const rules = demonstrationTrials('2026-06-15').flatMap(({ record }) => record.criteria.map(({ expr }) => expr))
  expect(JSON.stringify(rules)).toContain('"gene"')
  expect(rules.flatMap((rule) => geneFaults(rule, ''))).toEqual([])
})
