import { expect, it } from 'vitest'
import { assessTrial } from './assess-trial.ts'
import type { Expr } from './criterion.ts'
import { deriveFacts } from './derive-facts.ts'
import { evaluateCriterion } from './evaluate-criterion.ts'
import { noAnswersYet } from './known-answers.ts'
import { sampleLeaves } from './sample-leaves.ts'
import { finding, recordWith } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'

const asOf = '2026-08-04'
const platelets = (value: number, on = '2026-07-20') =>
  deriveFacts(recordWith({ sex: 'male', observations: [finding('lab', 'platelets', value, on, { unit: '10*9/L' })] }))
const facts = platelets(120)
const enough = (value = 100): Expr => ({ op: 'lab', analyte: 'platelets', cmp: '>=', value, unit: '10*9/L' })
const inclusion = (expr: Expr) => ({ kind: 'inclusion', expr }) as const

it('answers a question that another trial asked in the same words without working it out again', () => {
  const answers = noAnswersYet(facts, asOf)
  const first = evaluateCriterion(inclusion(enough()), facts, { asOf, answers })
  expect(evaluateCriterion(inclusion(enough()), facts, { asOf, answers })).toBe(first)
  expect(evaluateCriterion({ kind: 'exclusion', expr: enough() }, facts, { asOf, answers })).toMatchObject({
    verdict: 'notMet',
    children: [first],
  })
})

it('keeps questions apart that differ only in a limit', () => {
  const answers = noAnswersYet(facts, asOf)
  const verdicts = [119, 120, 121].map(
    (limit) => evaluateCriterion(inclusion(enough(limit)), facts, { asOf, answers })?.verdict,
  )
  expect(verdicts).toEqual(['met', 'met', 'notMet'])
})

it('is never taken for another patient, nor for another day', () => {
  const answers = noAnswersYet(facts, asOf)
  expect(evaluateCriterion(inclusion(enough()), facts, { asOf, answers })?.verdict).toBe('met')
  expect(evaluateCriterion(inclusion(enough()), platelets(80), { asOf, answers })?.verdict).toBe('notMet')
  expect(evaluateCriterion(inclusion(enough()), facts, { asOf: '2026-12-01', answers })?.reason).toBe('stale')
})

it('does not remember what depends on the cohort', () => {
  const answers = noAnswersYet(facts, asOf)
  const expr: Expr = { op: 'inCohort', cohort: 'A', expr: { op: 'sex', in: ['female'] } }
  const inCohort = (cohort: string) => evaluateCriterion(inclusion(expr), facts, { asOf, cohort, answers })?.verdict
  expect(['A', 'B', 'A'].map(inCohort)).toEqual(['notMet', 'met', 'notMet'])
})

it('changes no answer of any kind of question, alone or in a rule', () => {
  const answers = noAnswersYet(facts, asOf)
  const rules = sampleLeaves.flatMap((leaf): Expr[] => [
    leaf,
    { op: 'not', of: leaf },
    { op: 'any', of: [leaf, enough()] },
  ])
  for (const expr of rules) {
    const trial = trialWith({ isBasket: true, criteria: [criterionWith({ expr })] })
    expect(assessTrial(facts, trial, asOf, [], answers)).toEqual(assessTrial(facts, trial, asOf))
  }
})
