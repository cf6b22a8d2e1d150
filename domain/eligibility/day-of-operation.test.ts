import { describe, expect, it } from 'vitest'
import { deriveFacts } from './derive-facts.ts'
import { evaluateLeaf } from './evaluate-leaf.ts'
import type { Leaf } from './leaf.ts'
import type { Treatment } from './patient-record.ts'
import { confirmed, recordWith, treatmentOf } from './sample-record.ts'

const today = '2026-08-29'

function ask(leaf: Leaf, ...treatments: readonly Treatment[]) {
  const assertions = [confirmed('treatment-history-complete', today)]
  return evaluateLeaf(leaf, deriveFacts(recordWith({ treatments, assertions })), today)
}

const operation = (parts: Partial<Treatment>) =>
  treatmentOf('Right hemicolectomy', { kind: 'surgery', procedure: 'primary-resection', ...parts })

const within28: Leaf = { op: 'surgery', procedure: 'major', withinDays: 28 }
const washout: Leaf = { op: 'therapy', any: ['surgery'], withinDays: 28 }
const since: Leaf = { op: 'interval', from: 'surgery.primary-resection', to: 'anchor', minDays: 28, maxDays: 84 }

describe('an operation of which one day is recorded was done on that day', () => {
  it.each([
    ['2026-07-31', 'notMet', 'met'],
    ['2026-08-01', 'met', 'met'],
    ['2026-08-02', 'met', 'notMet'],
    ['2026-06-06', 'notMet', 'met'],
    ['2026-06-05', 'notMet', 'notMet'],
  ])('%s: within 28 days is %s, 28 to 84 days ago is %s', (day, inWindow, inInterval) => {
    for (const days of [
      { startedOn: day, endedOn: null },
      { startedOn: null, endedOn: day },
      { startedOn: day, endedOn: day },
    ]) {
      expect(ask(within28, operation(days)).verdict).toBe(inWindow)
      expect(ask(washout, operation({ ...days, classes: ['surgery'] })).verdict).toBe(inWindow)
      expect(ask(since, operation(days)).verdict).toBe(inInterval)
    }
  })

  it('and is told with it', () => {
    const found = ask(within28, operation({ startedOn: '2026-08-01' }))
    expect(found.sentence).toContain('Right hemicolectomy, done 01-Aug-2026')
    expect(found.changesOn).toBe('2026-08-30')
  })

  it('and one without any day stays open', () => {
    expect(ask(within28, operation({}))).toMatchObject({ verdict: 'unknown', reason: 'missing' })
    expect(ask(since, operation({})).verdict).toBe('unknown')
  })

  it('unless it was recorded as a stay, which ends on its last day', () => {
    expect(ask(within28, operation({ startedOn: '2026-07-30', endedOn: '2026-08-02' })).verdict).toBe('met')
  })
})

it.each([
  ['radiotherapy', 'radiotherapy'],
  ['systemic', 'chemotherapy'],
] as const)('of a course of %s the last day is not known by its first', (kind, name) => {
  const course = treatmentOf('A course', { kind, classes: [name], startedOn: '2026-06-01' })
  expect(ask({ op: 'therapy', any: [name], withinDays: 28 }, course).verdict).toBe('unknown')
  const from = `therapy.last(${name}).end`
  expect(ask({ op: 'interval', from, to: 'anchor', minDays: 28 }, course).verdict).toBe('unknown')
})
