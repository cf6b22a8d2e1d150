import { describe, expect, it } from 'vitest'
import { addDays } from '../../identity/calendar-date.ts'
import { deriveFacts } from '../derive-facts.ts'
import { evaluateCriterion } from '../evaluate-criterion.ts'
import { evaluateLeaf } from '../evaluate-leaf.ts'
import type { Leaf } from '../leaf.ts'
import type { Observation } from '../patient-record.ts'
import { allConfirmed, finding, recordWith } from '../sample-record.ts'

/* What a hurried reader would take for a no, with every category confirmed complete. */

const asOf = '2026-08-04'
const ask = (leaf: Leaf, ...observations: readonly Observation[]) =>
  evaluateLeaf(leaf, deriveFacts(recordWith({ observations, assertions: allConfirmed(asOf) })), asOf)
const ago = (days: number) => addDays(asOf, -days)

describe('a condition last seen going on before the window', () => {
  const leaf: Leaf = { op: 'condition', concept: 'autoimmune-disease', needsSystemicTherapy: true, withinDays: 183 }
  const seen = (value: string, detail: Observation['detail']) =>
    finding('condition', 'autoimmune-disease', value, ago(184), { detail })

  it('may go on still: it is no answer to whether it was there in the window', () => {
    expect(ask(leaf, seen('active', { needsSystemicTherapy: true }))).toMatchObject({
      verdict: 'unknown',
      reason: 'stale',
      item: { key: 'condition:autoimmune-disease' },
      evidence: { value: 'active', on: ago(184) },
    })
  })

  it('is a no once it is over, or was never as severe as asked', () => {
    expect(ask(leaf, seen('history', { needsSystemicTherapy: true })).verdict).toBe('notMet')
    expect(ask(leaf, seen('active', { needsSystemicTherapy: false })).verdict).toBe('notMet')
  })
})

describe('a toxicity', () => {
  const leaf: Leaf = { op: 'toxicity', term: 'neuropathy', gradeMin: 2, withinDays: 28 }
  const graded = (value: Observation['value'], days: number) => finding('toxicity', 'neuropathy', value, ago(days))

  it('of the grade asked for, last seen before the window, may go on still', () => {
    expect(ask(leaf, graded(3, 29))).toMatchObject({ verdict: 'unknown', reason: 'stale' })
    expect(ask(leaf, graded(1, 29)).verdict).toBe('notMet')
    expect(ask(leaf, graded(0, 10), graded(3, 29)).verdict).toBe('notMet')
  })

  it('without a grade, seen before the window, is not a lesser one', () => {
    expect(ask(leaf, graded('present', 29)).verdict).toBe('unknown')
    expect(ask(leaf, graded('resolved', 29)).verdict).toBe('notMet')
  })

  it('without a grade may be one that the exception does not cover', () => {
    const alopecia = finding('toxicity', 'alopecia', 2, ago(5))
    const rule = {
      kind: 'exclusion',
      expr: {
        op: 'exceptWhen',
        rule: { op: 'toxicity', term: 'any', gradeMin: 2 },
        exception: { op: 'toxicity', onlyTerms: ['alopecia'] },
      },
    } as const
    const outcome = (...observations: readonly Observation[]) =>
      evaluateCriterion(rule, deriveFacts(recordWith({ observations, assertions: allConfirmed(asOf) })), { asOf })
        ?.verdict
    expect(outcome(alopecia)).toBe('met')
    expect(outcome(alopecia, graded('present', 5))).toBe('unknown')
    expect(outcome(alopecia, graded(2, 5))).toBe('notMet')
  })
})

describe('a medicine', () => {
  const leaf: Leaf = { op: 'medication', concept: 'systemic-corticosteroid', withinDays: 14 }
  const steroid = (name: string, value: string, days: number, dose?: number) =>
    finding('medication', name, value, ago(days), {
      detail: { class: 'systemic-corticosteroid', ...(dose === undefined ? {} : { doseMgPredEq: dose }) },
    })

  it('found stopped inside the window was stopped on a day that is not known', () => {
    const before = steroid('prednisolone', 'active', 60)
    expect(ask(leaf, before, steroid('prednisolone', 'absent', 2)).verdict).toBe('unknown')
    expect(ask(leaf, before, steroid('prednisolone', 'absent', 15)).verdict).toBe('notMet')
  })

  it('of the class asked for, of which the record does not say whether it is taken, is open', () => {
    expect(ask(leaf, steroid('prednisolone', 'on hold', 2)).verdict).toBe('unknown')
  })

  it('counts with others of its class: 8 mg and 3 mg are more than 10 mg', () => {
    const dosed: Leaf = { ...leaf, doseMgPredEqMin: 10, doseCmp: '>' }
    const eight = steroid('prednisolone', 'active', 2, 8)
    expect(ask(dosed, eight, steroid('hydrocortisone', 'active', 2, 2)).verdict).toBe('notMet')
    expect(ask(dosed, eight, steroid('hydrocortisone', 'active', 2, 3))).toMatchObject({
      verdict: 'met',
      sentence: expect.stringContaining('11 mg a day of all taken together'),
    })
  })
})

describe('an infection asked for as negative', () => {
  const leaf: Leaf = { op: 'infection', agent: 'HIV', result: 'negative' }
  const hiv = (value: string, days = 5) => finding('infection', 'HIV', value, ago(days))

  it('is met by a negative test and by a confirmed absence, and failed by a positive one', () => {
    expect(ask(leaf, hiv('negative')).verdict).toBe('met')
    expect(ask(leaf).verdict).toBe('met')
    expect(ask(leaf, hiv('positive')).verdict).toBe('notMet')
    expect(ask(leaf, hiv('positive', 400)).verdict).toBe('notMet')
  })

  it('is open while nothing is confirmed, or the negative test is too old', () => {
    expect(evaluateLeaf(leaf, deriveFacts(recordWith()), asOf).verdict).toBe('unknown')
    expect(ask(leaf, hiv('negative', 180)).verdict).toBe('met')
    expect(ask(leaf, hiv('negative', 181)).verdict).toBe('unknown')
  })
})
