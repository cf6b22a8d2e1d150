import { expect, test } from 'vitest'
import { bloodSampleResults } from '#domain/eligibility/blood-sample.ts'
import { changeSentence, groupSentence, sampleSentence, valueSentence } from './settle-sentences.ts'

const change = (registryId: string, parts: object = {}) => ({
  trialId: registryId,
  registryId,
  title: 'x',
  from: 'needsData' as const,
  to: 'needsClinician' as const,
  isSetByClinician: false,
  meetingDay: null,
  ...parts,
})

const done = (changes: ReturnType<typeof change>[]) => ({
  what: 'recorded' as const,
  label: 'ANC',
  changes,
  opposing: [],
})

test('what a recorded value did', () => {
  expect(changeSentence(done([]))).toBe('Recorded: ANC. No trial changed its outcome or date.')
  expect(changeSentence(done([change('A'), change('B', { from: null }), change('C', { to: null })]))).toBe(
    'Recorded: ANC. 3 trials changed: A is now: needs a clinician; B is offered now: needs a clinician; C is no longer offered.',
  )
  expect(changeSentence(done(['A', 'B', 'C', 'D', 'E', 'F'].map((name) => change(name))))).toMatch(/; and 2 others\.$/)
  expect(changeSentence({ ...done([]), what: 'corrected' })).toMatch(/^Corrected: ANC\. /)
  expect(changeSentence({ ...done([]), what: 'withdrawn' })).toMatch(/^Taken back: ANC\. /)
  expect(changeSentence({ ...done([]), what: 'restored' })).toMatch(/^Brought back what stood before: ANC\. /)
})

test('a trial that stays put off says from when it can be met now', () => {
  const put = { from: 'notYet' as const, to: 'notYet' as const, meetingDay: 'Can be met from 12-Dec-2026' }
  expect(changeSentence(done([change('A', put)]))).toBe(
    'Recorded: ANC. 1 trial changed: A: can be met from 12-Dec-2026.',
  )
})

test('an outcome in which a clinician’s verdict counts says so', () => {
  expect(changeSentence(done([change('A', { isSetByClinician: true })]))).toBe(
    'Recorded: ANC. 1 trial changed: A is now: needs a clinician, set by a clinician.',
  )
})

test('how far an item helps; what settles nothing alone does not say so', () => {
  const item = {
    key: 'x',
    label: 'x',
    hint: null,
    replaces: null,
    opposing: [],
    decidesDateOf: [],
    countsAsAbsent: [],
    countsAsGoingOn: [],
  }
  expect(valueSentence({ ...item, settlesAlone: [], contributesTo: ['a'] })).toBe('Contributes to 1 trial')
  expect(valueSentence({ ...item, settlesAlone: ['a', 'b'], contributesTo: ['a', 'b', 'c'] })).toBe(
    'Settles 2 trials alone, contributes to 3',
  )
})

test('how far all that one action finds out helps, each trial counted once', () => {
  const item = {
    key: 'lab:anc',
    label: 'ANC',
    hint: null,
    replaces: null,
    opposing: [],
    decidesDateOf: [],
    countsAsAbsent: [],
    countsAsGoingOn: [],
    settlesAlone: [],
  }
  const items = [
    { ...item, contributesTo: ['a', 'b'] },
    { ...item, key: 'lab:alt', label: 'ALT', contributesTo: ['b'] },
  ]
  expect(groupSentence({ kind: 'group', source: 'laboratory', items })).toBe('2 items, contribute to 2 trials')
  const results = bloodSampleResults(['lab:anc', 'lab:alt']).map((result) => ({ ...result, hint: null }))
  expect(sampleSentence({ kind: 'sample', results, items })).toBe('2 results, contribute to 2 trials')
  const settling = items.map((each) => ({ ...each, settlesAlone: ['b'] }))
  expect(sampleSentence({ kind: 'sample', results, items: settling })).toBe(
    '2 results. Settles 1 trial alone (ANC, ALT), contributes to 2',
  )
})
