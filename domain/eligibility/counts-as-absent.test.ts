import { describe, expect, it } from 'vitest'
import { assessTrial } from './assess-trial.ts'
import type { Expr } from './criterion.ts'
import { deriveFacts } from './derive-facts.ts'
import { confirmed, recordWith, treatmentOf } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'
import { whatWouldSettle } from './what-would-settle.ts'

const asOf = '2026-08-04'
const history = 'assertion:treatment-history-complete'
const platinum: Expr = { op: 'therapy', any: ['platinum'] }
const surgery: Expr = { op: 'surgery', procedure: 'major', withinDays: 28 }
const second: Expr = { op: 'linesOfTherapy', setting: ['any'], max: 1 }
const hypertension: Expr = { op: 'condition', concept: 'hypertension' }
const ecog: Expr = { op: 'ps', scale: 'ECOG', in: [0, 1] }

const trial = (id: string, ...rules: readonly Expr[]) =>
  trialWith(
    {
      registryId: id,
      isBasket: true,
      criteria: rules.map((expr, at) => criterionWith({ id: `E${at}`, kind: 'exclusion', expr })),
    },
    { trialId: id },
  )

function claimsOf(record: Parameters<typeof recordWith>[0], ...trials: readonly ReturnType<typeof trial>[]) {
  const facts = deriveFacts(recordWith(record))
  const assessments = trials.map((each) => assessTrial(facts, each, asOf))
  return new Map(whatWouldSettle(facts, assessments).map(({ key, countsAsAbsent }) => [key, countsAsAbsent]))
}

describe('what confirming a category as complete claims', () => {
  it('is each thing of the category that trials ask for and nobody has recorded, what most of them ask for first', () => {
    const claims = claimsOf(
      {},
      trial('a', surgery, surgery, surgery, hypertension),
      trial('b', platinum),
      trial('c', platinum),
    )
    expect(claims.get(history)).toEqual(['No platinum', 'No major surgery within 28 days'])
    expect(claims.get('assertion:comorbidities-reviewed')).toEqual(['No hypertension'])
  })

  it('is nothing for a value to measure', () => {
    expect(claimsOf({}, trial('a', ecog, platinum)).get('ps:ECOG')).toEqual([])
  })

  it('leaves out what is decided already', () => {
    const either: Expr = { op: 'all', of: [{ op: 'sex', in: ['female'] }, surgery] }
    expect(claimsOf({ sex: 'male' }, trial('a', either, platinum)).get(history)).toEqual(['No platinum'])
  })

  it('counts no further line of treatment than those recorded', () => {
    const first = {
      treatments: [treatmentOf('Cisplatin', { line: 1, setting: 'first-line', startedOn: '2026-02-01' })],
    }
    const claim = (record: Parameters<typeof recordWith>[0]) => claimsOf(record, trial('a', second)).get(history)
    expect(claim({})).toEqual(['No line of systemic treatment'])
    expect(claim(first)).toEqual(['No line of systemic treatment beyond the 1 recorded'])
  })

  it('is said again of a confirmation that has grown too old', () => {
    const claims = claimsOf(
      { assertions: [confirmed('treatment-history-complete', '2024-01-10')] },
      trial('a', platinum),
    )
    expect(claims.get(history)).toEqual(['No platinum'])
  })
})
