import { expect, it } from 'vitest'
import { closingLine } from './closing-line.mjs'

const counts = (passed: number, failed: number, skipped = 0) => ({ passed, failed, skipped })

it('adds unit tests and journeys', () => {
  expect(closingLine([{ code: 0 }, { code: 0, counts: counts(200, 0) }, { code: 0, counts: counts(3, 0) }])).toBe(
    '203 passed, 0 failed',
  )
})

it('counts the tests that failed, not the step as well', () => {
  expect(closingLine([{ code: 1, counts: counts(198, 2) }])).toBe('198 passed, 2 failed')
})

it('counts a failed step without a failed test as one failure', () => {
  expect(closingLine([{ code: 1 }, { code: 0, counts: counts(200, 0) }])).toBe('200 passed, 1 failed')
  expect(closingLine([{ code: 1, counts: counts(200, 0) }])).toBe('200 passed, 1 failed')
})

it('mentions skipped tests only when there are some', () => {
  expect(closingLine([{ code: 0, counts: counts(5, 0, 1) }])).toBe('5 passed, 0 failed, 1 skipped')
})
