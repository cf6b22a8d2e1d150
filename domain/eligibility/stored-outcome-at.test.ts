import { expect, test } from 'vitest'
import { type CurrentAnswer, type RecordedChange, storedOutcomeAt } from './stored-outcome-at.ts'

const change = (at: string, parts: Partial<RecordedChange> = {}): RecordedChange => ({
  at,
  from: 'needsData',
  to: 'noFailuresFound',
  cause: 'patient',
  isSameRules: true,
  ...parts,
})
const first = change('2026-06-05T18:00:00.000Z')
const second = change('2026-06-12T18:00:00.000Z', { from: 'noFailuresFound', to: 'notYet' })
const current: CurrentAnswer = { outcome: 'notYet', screenedAt: '2026-06-15T08:00:00.000Z', isSameRules: true }

test.each([
  ['before the first change', '2026-06-05T17:59:59.999Z', 'needsData'],
  ['at the first', '2026-06-05T18:00:00.000Z', 'noFailuresFound'],
  ['just before the second', '2026-06-12T17:59:59.999Z', 'noFailuresFound'],
  ['at the second', '2026-06-12T18:00:00.000Z', 'notYet'],
])('%s', (_, at, storedOutcome) => {
  expect(storedOutcomeAt(at, [second, first], current)).toEqual({ storedOutcome, isSameRules: true })
})

test.each([
  ['2026-06-15T07:59:59.999Z', null],
  ['2026-06-15T08:00:00.000Z', 'notYet'],
])('without a change, only what was stored by then is told: at %s', (at, storedOutcome) => {
  expect(storedOutcomeAt(at, [], current).storedOutcome).toBe(storedOutcome)
})

test('a trial that was not offered has no outcome', () => {
  expect(storedOutcomeAt('2026-06-01T00:00:00Z', [change(first.at, { from: null })], null).storedOutcome).toBeNull()
})

test('before a change that newer rules made, other rules stood', () => {
  const byRules = change(first.at, { cause: 'rules' })
  expect(storedOutcomeAt('2026-06-01T00:00:00Z', [byRules], current).isSameRules).toBe(false)
  expect(storedOutcomeAt('2026-06-06T00:00:00Z', [byRules], current).isSameRules).toBe(true)
})
