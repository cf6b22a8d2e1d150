import { expect, test } from 'vitest'
import { onlyForCohorts, textWithCohorts } from './only-for-cohorts.ts'

test('names the cohorts that alone are asked, and of a criterion for everybody says nothing', () => {
  expect(onlyForCohorts(['A'])).toBe('Only for cohort A')
  expect(onlyForCohorts(['A', 'B', 'C'])).toBe('Only for cohorts A, B and C')
  expect(onlyForCohorts(null)).toBeNull()
  expect(textWithCohorts({ text: 'Adults', appliesTo: ['A', 'B'] })).toBe('Adults (only for cohorts A and B)')
  expect(textWithCohorts({ text: 'Adults', appliesTo: null })).toBe('Adults')
})
