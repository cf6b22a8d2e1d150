import { expect, test } from 'vitest'
import { criterionWith } from '../eligibility/sample-trial.ts'
import { askedCohorts } from './asked-cohorts.ts'

const adults = { op: 'age', unit: 'years', min: 18 } as const

test('a criterion asks alone the cohorts that it binds, or those of its whole rule', () => {
  expect(askedCohorts(criterionWith({ expr: adults }))).toBeNull()
  expect(askedCohorts(criterionWith({ expr: adults, appliesTo: ['A', 'B'] }))).toEqual(['A', 'B'])
  expect(askedCohorts(criterionWith({ appliesTo: ['A'] }))).toEqual(['A'])
  expect(askedCohorts(criterionWith({ expr: { op: 'inCohort', cohort: 'B', expr: adults } }))).toEqual(['B'])
})

test('a rule of which only a part is about a cohort, or that assigns cohorts, asks everybody', () => {
  const part = { op: 'inCohort', cohort: 'B', expr: adults } as const
  expect(askedCohorts(criterionWith({ expr: { op: 'any', of: [part, adults] } }))).toBeNull()
  expect(askedCohorts(criterionWith({ expr: { op: 'cohort', assign: [{ cohort: 'A', when: adults }] } }))).toBeNull()
})
