import { describe, expect, it } from 'vitest'
import { addDays } from '../../identity/calendar-date.ts'
import { deriveFacts } from '../derive-facts.ts'
import { evaluateLeaf } from '../evaluate-leaf.ts'
import type { Leaf } from '../leaf.ts'
import type { Observation, PatientRecord } from '../patient-record.ts'
import { allConfirmed, finding, recordWith } from '../sample-record.ts'

/* A known pregnancy never reads as none. */

const today = '2026-08-04'
const ago = (days: number) => addDays(today, -days)
const potential: Leaf = { op: 'childbearingPotential' }
const pregnant: Leaf = { op: 'condition', concept: 'pregnancy', status: 'active' }
const test = (value: string, days: number) => finding('lab', 'hcg', value, ago(days), { unit: 'qual' })
const stated = (value: boolean, days: number) =>
  finding('childbearing-potential', 'childbearing-potential', value, ago(days))
const recorded = (value: string, days: number) => finding('condition', 'pregnancy', value, ago(days))

function ask(leaf: Leaf, observations: readonly Observation[], parts: Partial<PatientRecord> = {}) {
  const record = recordWith({ sex: 'female', observations, assertions: allConfirmed(today), ...parts })
  return evaluateLeaf(leaf, deriveFacts(record), today)
}

describe('not of childbearing potential', () => {
  it.each([
    ['a positive test the day before', test('positive', 21), 'notMet'],
    ['a positive test of the same day', test('positive', 20), 'unknown'],
    ['a positive test since', test('positive', 19), 'unknown'],
    ['a negative test since', test('negative', 19), 'notMet'],
    ['a recorded pregnancy the day before', recorded('active', 21), 'notMet'],
    ['a recorded pregnancy of the same day', recorded('active', 20), 'unknown'],
    ['a pregnancy that is over', recorded('history', 19), 'notMet'],
  ])('is denied by a pregnancy found on that day or later: %s', (_what, other, verdict) => {
    const found = ask(potential, [stated(false, 20), other])
    expect(found.verdict).toBe(verdict)
    if (verdict === 'unknown')
      expect(found).toMatchObject({ reason: 'contradictory', item: { key: 'childbearing-potential' } })
  })

  it('is no matter of tests in a man, in whom they look for a tumour', () => {
    expect(ask(potential, [test('positive', 1)], { sex: 'male' }).verdict).toBe('notMet')
    expect(ask(pregnant, [test('positive', 1)], { sex: 'male' }).verdict).toBe('notMet')
  })

  it.each([
    [89, 'notMet'],
    [90, 'notMet'],
    [91, 'unknown'],
  ])('because she was a child %d days ago is %s', (days, verdict) => {
    expect(ask(potential, [stated(false, days)], { bornOn: '2012-08-04' }).verdict).toBe(verdict)
  })

  it('stands in a woman, from her 18th birthday on', () => {
    const on = (bornOn: string) => ask(potential, [stated(false, 400)], { bornOn }).verdict
    const day = ago(400)
    const birthday = `2007${day.slice(4)}`
    expect([addDays(birthday, -1), birthday, addDays(birthday, 1)].map(on)).toEqual(['notMet', 'notMet', 'unknown'])
    expect(ask(potential, [stated(true, 4000)], { bornOn: '2012-08-04' }).verdict).toBe('met')
  })
})

describe('a positive test', () => {
  it.each([
    [7, 'met', null],
    [8, 'unknown', 'stale'],
    [294, 'unknown', 'stale'],
    [295, 'notMet', null],
  ])('of %d days ago, with the problem list reviewed since, is %s', (days, verdict, reason) => {
    expect(ask(pregnant, [test('positive', days)])).toMatchObject({ verdict, reason })
  })

  it('is ended by a negative one', () => {
    expect(ask(pregnant, [test('positive', 20), test('negative', 2)]).verdict).toBe('notMet')
  })

  it('asks for another also where she is said not to be of childbearing potential', () => {
    expect(ask(pregnant, [test('positive', 10), stated(false, 30)])).toMatchObject({
      verdict: 'unknown',
      item: { key: 'lab:hcg' },
    })
  })
})

describe('a pregnancy that was recorded', () => {
  it('is not said to go on by a review of the comorbidities', () => {
    expect(ask(pregnant, [recorded('active', 8)]).verdict).toBe('unknown')
    expect(ask(pregnant, [recorded('active', 400), test('negative', 2)]).verdict).toBe('notMet')
  })

  it.each([
    [6, 'met'],
    [5, 'unknown'],
    [4, 'unknown'],
  ])('5 days ago and a negative test %d days ago: %s', (days, verdict) => {
    expect(ask(pregnant, [recorded('active', 5), test('negative', days)])).toMatchObject({ verdict })
  })

  it('is part of the history whatever a test says now', () => {
    const ever: Leaf = { op: 'condition', concept: 'pregnancy', status: 'history' }
    expect(ask(ever, [recorded('active', 5), test('negative', 2)]).verdict).toBe('met')
  })
})
