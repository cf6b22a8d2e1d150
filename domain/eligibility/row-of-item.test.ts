import { expect, test } from 'vitest'
import { deriveFacts } from './derive-facts.ts'
import { rowOfItem } from './row-of-item.ts'
import { recordWith, treatmentOf } from './sample-record.ts'

const rowOf = (key: string, ...treatments: readonly ReturnType<typeof treatmentOf>[]) =>
  rowOfItem(key, deriveFacts(recordWith({ treatments })))

const whole = { setting: 'first-line', line: 1, startedOn: '2026-01-01', endedOn: '2026-03-01' } as const

test('what is missing of the lines is asked of the latest treatment that lacks it, one after another', () => {
  const key = 'treatment:lines'
  const second = treatmentOf('second', { ...whole, line: null, endedOn: '2026-05-01' })
  const third = treatmentOf('third', { ...whole, setting: null, endedOn: '2026-06-01' })
  expect(rowOf(key, treatmentOf('first', whole), second, third)).toBe(third.id)
  expect(rowOf(key, treatmentOf('first', whole), second)).toBe(second.id)
  expect(rowOf(key, treatmentOf('first', { ...whole, startedOn: null }))).toBe('treatment-first')
  expect(rowOf(key, treatmentOf('first', { ...whole, endedOn: null }))).toBe('treatment-first')
})

test('a line that is missing before a numbered one is one without a number, or else to be added', () => {
  const key = 'treatment:earlier-lines'
  const second = treatmentOf('second', { ...whole, line: 2 })
  const unnumbered = treatmentOf('unnumbered', { ...whole, line: null })
  expect(rowOf(key, second)).toBeNull()
  expect(rowOf(key, second, treatmentOf('field', { kind: 'radiotherapy' }))).toBeNull()
  expect(rowOf(key, second, unnumbered)).toBe(unnumbered.id)
})

test('where every line is known, or the treatment is none, nothing is asked of a row', () => {
  const key = 'treatment:lines'
  expect(rowOf(key)).toBeNull()
  expect(rowOf(key, treatmentOf('first', whole))).toBeNull()
  expect(rowOf(key, treatmentOf('first', { ...whole, endedOn: null, isOngoing: true }))).toBeNull()
  expect(rowOf(key, treatmentOf('field', { kind: 'radiotherapy' }))).toBeNull()
  expect(rowOf(key, treatmentOf('other', { isForIndexCancer: false }))).toBeNull()
})

test('the day that an interval counts from is asked of the treatment without it, of one that goes on too', () => {
  const end = 'interval:firstLine.end'
  const known = treatmentOf('known', whole)
  const open = treatmentOf('open', { ...whole, endedOn: null, isOngoing: true })
  expect(rowOf(end, known, open)).toBe(open.id)
  expect(rowOf(end, known)).toBeNull()
  expect(rowOf('interval:firstLine.start', treatmentOf('x', { ...whole, startedOn: null }))).toBe('treatment-x')
})
