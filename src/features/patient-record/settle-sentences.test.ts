import { expect, test } from 'vitest'
import { changeSentence, valueSentence } from './settle-sentences.ts'

const change = (registryId: string, parts: object = {}) => ({
  trialId: registryId,
  registryId,
  title: 'x',
  from: 'needsData' as const,
  to: 'needsClinician' as const,
  ...parts,
})

const done = (changes: ReturnType<typeof change>[]) => ({ what: 'recorded', label: 'ANC', changes }) as const

test('what a recorded value did', () => {
  expect(changeSentence(done([]))).toBe('Recorded: ANC. No trial changed its outcome.')
  expect(changeSentence(done([change('A'), change('B', { from: null }), change('C', { to: null })]))).toBe(
    'Recorded: ANC. 3 trials changed: A is now: needs a clinician; B is offered now: needs a clinician; C is no longer offered.',
  )
  expect(changeSentence(done(['A', 'B', 'C', 'D', 'E', 'F'].map((name) => change(name))))).toMatch(/; and 2 others\.$/)
  expect(changeSentence({ ...done([]), what: 'corrected' })).toMatch(/^Corrected: ANC\. /)
  expect(changeSentence({ ...done([]), what: 'withdrawn' })).toMatch(/^Taken back: ANC\. /)
  expect(changeSentence({ ...done([]), what: 'restored' })).toMatch(/^Brought back what stood before: ANC\. /)
})

test('how far an item helps', () => {
  const item = { key: 'x', label: 'x', hint: null, replaces: null, countsAsAbsent: [] }
  expect(valueSentence({ ...item, settlesAlone: [], contributesTo: ['a'] })).toBe(
    'Settles 0 trials alone, contributes to 1',
  )
  expect(valueSentence({ ...item, settlesAlone: ['a', 'b'], contributesTo: ['a', 'b', 'c'] })).toBe(
    'Settles 2 trials alone, contributes to 3',
  )
})
