import { describe, expect, it } from 'vitest'
import type { Criterion, Expr } from './criterion.ts'
import { deriveFacts } from './derive-facts.ts'
import { recordWith } from './sample-record.ts'
import { trialOutcome } from './trial-outcome.ts'
import { whatWouldSettle } from './what-would-settle.ts'

const ecog: Expr = { op: 'ps', scale: 'ECOG', in: [0, 1] }
const anc: Expr = { op: 'lab', analyte: 'anc', cmp: '>=', value: 1.5, unit: '10*9/L' }
const female: Expr = { op: 'sex', in: ['female'] }

function trial(trialId: string, ...rules: readonly (Expr | null | Criterion)[]) {
  const criteria = rules.map(
    (rule, index): Criterion =>
      rule !== null && 'text' in rule && 'kind' in rule
        ? rule
        : { id: `I${index}`, kind: 'inclusion', text: '', class: 'hard', expr: rule },
  )
  return trialOutcome({ trialId, anchor: 'registration', criteria }, deriveFacts(recordWith({ sex: 'male' })), {
    asOf: '2026-08-04',
  })
}

const summary = (...trials: readonly ReturnType<typeof trial>[]) =>
  whatWouldSettle(trials).map(({ item, settlesAlone, contributesTo }) => [item.key, settlesAlone, contributesTo])

describe('what would settle it', () => {
  it('orders by the trials that an item settles alone, then by those it contributes to', () => {
    expect(summary(trial('a', ecog), trial('b', ecog, anc), trial('c', anc), trial('d', anc))).toEqual([
      ['lab:anc', ['c', 'd'], ['b', 'c', 'd']],
      ['ps:ECOG', ['a'], ['a', 'b']],
    ])
  })

  it('counts one item once, however many criteria it settles', () => {
    expect(summary(trial('a', anc, { ...anc, value: 1 }))).toEqual([['lab:anc', ['a'], ['a']]])
  })

  it('leaves out trials that do not fit, decided parts and advice', () => {
    const advice: Criterion = { id: 'I9', kind: 'inclusion', text: '', class: 'advisory', expr: anc }
    const male: Expr = { op: 'sex', in: ['male'] }
    expect(summary(trial('a', ecog, female), trial('b', { op: 'any', of: [male, ecog] }), trial('c', advice))).toEqual(
      [],
    )
  })

  it('settles no trial alone while text is still to be read', () => {
    expect(summary(trial('a', ecog, null))).toEqual([['ps:ECOG', [], ['a']]])
  })
})
