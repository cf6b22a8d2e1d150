import { describe, expect, it, test } from 'vitest'
import { cohortFaults } from './cohort-faults.ts'
import type { Expr } from './criterion.ts'

const adults: Expr = { op: 'age', unit: 'years', min: 18 }
const ofB: Expr = { op: 'inCohort', cohort: 'B', expr: adults }
const assign = (...cohorts: readonly string[]): Expr => ({
  op: 'cohort',
  assign: cohorts.map((cohort) => ({ cohort, when: adults })),
})
const pointers = (expr: Expr, declared: readonly string[], appliesTo: readonly string[] = []) =>
  cohortFaults([{ expr, ...(appliesTo.length === 0 ? {} : { appliesTo }) }], declared).map(({ pointer }) => pointer)

describe('a cohort that the trial does not have', () => {
  test.each<[string, Expr, string]>([
    ['an assignment', assign('A', 'B'), '/assign/1/cohort'],
    ['a rule for it', ofB, '/cohort'],
    [
      'an assignment within an assignment',
      { op: 'cohort', assign: [{ cohort: 'A', when: ofB }] },
      '/assign/0/when/cohort',
    ],
    ['all', { op: 'all', of: [adults, ofB] }, '/of/1/cohort'],
    ['not', { op: 'not', of: ofB }, '/of/cohort'],
    ['unless', { op: 'unless', rule: adults, exception: ofB }, '/exception/cohort'],
    ['a condition', { op: 'ifThen', if: ofB, then: adults }, '/if/cohort'],
    ['a case', { op: 'caseWhen', cases: [{ when: adults, then: ofB }], else: adults }, '/cases/0/then/cohort'],
    ['no case', { op: 'caseWhen', cases: [{ when: adults, then: adults }], else: ofB }, '/else/cohort'],
  ])('is found in %s', (_place, expr, pointer) => {
    expect(pointers(expr, ['A'])).toEqual([`/criteria/0/expr${pointer}`])
    expect(pointers(expr, ['A', 'B'])).toEqual([])
  })

  it('is found among the cohorts that a criterion binds, with a text too', () => {
    expect(pointers(adults, ['A'], ['A', 'B'])).toEqual(['/criteria/0/appliesTo/1'])
    expect(cohortFaults([null, { expr: null, appliesTo: ['B'] }], ['A'])).toMatchObject([
      { pointer: '/criteria/1/appliesTo/0' },
    ])
  })

  it.each([
    ['B ', 'Write "B"'],
    [' b', 'Write "B"'],
    ['C', 'Use "A", "B", or add it to "cohorts"'],
  ])('%j: %s', (name, remedy) => {
    expect(cohortFaults([{ expr: assign(name) }], ['A', 'B'])).toEqual([
      { pointer: '/criteria/0/expr/assign/0/cohort', problem: `"${name}" is not a cohort of the trial`, remedy },
    ])
  })
})

test('cohorts that differ in spaces or capitals at most are one', () => {
  expect(cohortFaults([], ['Cohort A', 'Cohort B'])).toEqual([])
  for (const alike of ['Cohort A ', 'cohort a', 'Cohort  A', '\u00a0Cohort A'])
    expect(cohortFaults([], ['Cohort A', alike])).toMatchObject([{ pointer: '/cohorts/1' }])
})
