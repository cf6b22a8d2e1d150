import { describe, expect, it } from 'vitest'
import { deriveFacts } from '../derive-facts.ts'
import { evaluateLeaf } from '../evaluate-leaf.ts'
import type { MedicationLeaf } from '../event-leaf.ts'
import type { Assertion, Observation } from '../patient-record.ts'
import { allConfirmed, finding, recordWith } from '../sample-record.ts'

const today = '2026-08-04'

function ask(leaf: MedicationLeaf, observations: readonly Observation[], assertions: readonly Assertion[] = []) {
  return evaluateLeaf(leaf, deriveFacts(recordWith({ observations, assertions })), today)
}

describe('a medicine', () => {
  const steroid = (value: string, on: string, detail = {}) =>
    finding('medication', 'systemic-corticosteroid', value, on, { detail })
  const recent: MedicationLeaf = { op: 'medication', concept: 'systemic-corticosteroid', withinDays: 14 }

  it('that goes on is inside any window, one that was stopped counts with that day', () => {
    expect(ask(recent, [steroid('active', '2026-07-07')]).verdict).toBe('met')
    expect(ask(recent, [steroid('stopped', '2026-07-21')])).toMatchObject({ verdict: 'met', changesOn: '2026-08-05' })
    expect(ask(recent, [steroid('stopped', '2026-07-20')], allConfirmed(today)).verdict).toBe('notMet')
  })

  it('in a word that says neither taken nor stopped stays open', () => {
    expect(ask(recent, [steroid('queried', '2026-08-01')], allConfirmed(today)).verdict).toBe('unknown')
  })

  it('is asked with its dose', () => {
    const above10: MedicationLeaf = { ...recent, doseMgPredEqMin: 10, doseCmp: '>' }
    const verdicts = [9, 10, 11].map(
      (dose) => ask(above10, [steroid('active', today, { doseMgPredEq: dose })], allConfirmed(today)).verdict,
    )
    expect(verdicts).toEqual(['notMet', 'notMet', 'met'])
    expect(ask(above10, [steroid('active', today)]).verdict).toBe('unknown')
  })

  it('in a dose below the one that is asked is told with both, and as nothing else than that', () => {
    const above10: MedicationLeaf = { ...recent, doseMgPredEqMin: 10, doseCmp: '>' }
    const eight = [steroid('active', today, { doseMgPredEq: 8 })]
    const asked = 'asked: more than 10 mg prednisolone or equivalent a day'
    expect(ask(above10, eight, allConfirmed(today)).sentence).toBe(
      `Systemic corticosteroid: active on 04-Aug-2026 (Laboratory system), 8 mg a day; ${asked}`,
    )
    expect(ask(above10, eight)).toMatchObject({ verdict: 'unknown', reason: 'notConfirmedComplete' })
    expect(ask(above10, eight).sentence).toMatch(/^No systemic corticosteroid, more than 10 mg prednisolone/)
    expect(ask(above10, [steroid('active', today, { doseMgPredEq: 15 })]).sentence).toContain(`, 15 mg a day; ${asked}`)
  })
})

const anticoagulant: MedicationLeaf = { op: 'medication', concept: 'anticoagulant-therapeutic', status: 'active' }
const heparin: MedicationLeaf = { op: 'medication', concept: 'lmwh', status: 'active' }
const antagonist: MedicationLeaf = { op: 'medication', concept: 'vitamin-k-antagonist', status: 'active' }

describe('an anticoagulant', () => {
  const reviewed = allConfirmed(today)
  const toTreat = (name?: string, on = today) =>
    finding('medication', 'anticoagulant-therapeutic', 'active', on, { detail: name === undefined ? {} : { name } })
  const taken = (code: string, value = 'active', on = today) => finding('medication', code, value, on)
  const verdicts = (rows: readonly Observation[]) =>
    [anticoagulant, heparin, antagonist].map((leaf) => ask(leaf, rows, reviewed).verdict)

  it.each([
    ['apixaban', ['met', 'notMet', 'notMet']],
    ['Dalteparin', ['met', 'met', 'notMet']],
    ['warfarin', ['met', 'notMet', 'met']],
    ['a drug that nobody knows', ['met', 'unknown', 'unknown']],
    [undefined, ['met', 'unknown', 'unknown']],
  ])('given to treat, by the name %s: the class, heparin and vitamin K antagonist are %j', (name, expected) => {
    expect(verdicts([toTreat(name)])).toEqual(expected)
  })

  it.each([
    ['lmwh', ['unknown', 'met', 'notMet']],
    ['vitamin-k-antagonist', ['unknown', 'notMet', 'met']],
  ])('recorded only as %s may be given to treat', (code, expected) => {
    expect(verdicts([taken(code)])).toEqual(expected)
  })

  it('without a name is asked for by the narrower class, in words', () => {
    expect(ask(heparin, [toTreat()], reviewed)).toMatchObject({
      reason: 'missing',
      item: { key: 'medication:lmwh' },
      sentence: expect.stringContaining('whether it is low molecular weight heparin is not recorded'),
    })
  })

  it('without a name may be another one than what is recorded by its own class, as while one takes over from the other', () => {
    expect(verdicts([toTreat(), taken('vitamin-k-antagonist')])).toEqual(['met', 'unknown', 'met'])
    expect(verdicts([toTreat(), taken('lmwh')])).toEqual(['met', 'met', 'unknown'])
  })

  it('is settled by who asked for the narrower class on that day or later', () => {
    const days = ['2026-08-01', '2026-08-02', '2026-08-03']
    const answers = days.map((on) =>
      ask(heparin, [toTreat(undefined, '2026-08-02'), taken('lmwh', 'absent', on)], reviewed),
    )
    expect(answers.map(({ verdict }) => verdict)).toEqual(['unknown', 'notMet', 'notMet'])
  })

  it('that was stopped inside the window leaves it open as well', () => {
    const recently: MedicationLeaf = { op: 'medication', concept: 'lmwh', withinDays: 14 }
    const stopped = (on: string) => [finding('medication', 'anticoagulant-therapeutic', 'stopped', on)]
    expect(ask(recently, stopped('2026-07-21'), reviewed).verdict).toBe('unknown')
    expect(ask(recently, stopped('2026-07-20'), reviewed).verdict).toBe('notMet')
  })

  it('changed from one drug to another counts as the later one', () => {
    const changed = [toTreat('dalteparin', '2026-06-01'), toTreat('apixaban', '2026-07-01')]
    expect(verdicts(changed)).toEqual(['met', 'notMet', 'notMet'])
  })
})

describe('the only medicine of its class', () => {
  const only: MedicationLeaf = { ...heparin, only: true }
  const taken = (code: string, detail = {}) => finding('medication', code, 'active', today, { detail })

  it('is so once medicines are reviewed', () => {
    expect(ask(only, [taken('lmwh')], allConfirmed(today)).verdict).toBe('met')
    expect(ask(only, [taken('lmwh')]).verdict).toBe('unknown')
  })

  it.each([
    ['warfarin under its class', taken('vitamin-k-antagonist')],
    ['apixaban, given to treat', taken('anticoagulant-therapeutic', { name: 'apixaban' })],
    ['apixaban under its own name', taken('apixaban')],
  ])('is not, beside %s', (_name, other) => {
    const answer = ask(only, [taken('lmwh'), other], allConfirmed(today))
    expect(answer.verdict).toBe('notMet')
    expect(answer.sentence).toContain('not the only one of its class')
  })

  it.each([
    ['its own name', taken('anticoagulant-therapeutic', { name: 'dalteparin' })],
    ['a medicine of another kind', taken('systemic-corticosteroid')],
  ])('stays so beside %s', (_name, other) => {
    expect(ask(only, [taken('lmwh'), other], allConfirmed(today)).verdict).toBe('met')
    expect(ask(only, [other, taken('lmwh')], allConfirmed(today)).verdict).toBe('met')
  })

  it.each([
    ['by the class alone', taken('anticoagulant-therapeutic')],
    ['by a drug that nobody knows', taken('a drug', { class: 'anticoagulant-therapeutic' })],
  ])('is open beside one given to treat that is recorded %s', (_name, unknown) => {
    expect(ask(only, [taken('lmwh'), unknown], allConfirmed(today))).toMatchObject({
      verdict: 'unknown',
      sentence: expect.stringContaining('whether it is another of the class is not recorded'),
    })
  })

  it('is told from another one of a class noted with both', () => {
    const class_ = { class: 'anticoagulant-therapeutic' }
    const rows = [taken('lmwh', class_), taken('another', class_)]
    expect(ask(only, rows, allConfirmed(today)).verdict).toBe('notMet')
    expect(ask(only, [taken('dalteparin', { class: 'lmwh' })], allConfirmed(today)).verdict).toBe('met')
  })
})
