import { expect, test } from 'vitest'
import { criterionWith } from '../eligibility/sample-trial.ts'
import { trialRuleFaults } from './trial-rule-faults.ts'

const adults = criterionWith({ expr: { op: 'age', unit: 'years', min: 18 } })
const text = criterionWith({ id: 'I2' })
const open = (name: string) => ({ name, recruitmentStatus: 'open' }) as const

test('rules that the language knows, and texts, are in order', () => {
  expect(trialRuleFaults({ criteria: [adults, text], cohorts: [] })).toEqual([])
  const bound = { ...adults, appliesTo: ['A'] }
  expect(trialRuleFaults({ criteria: [bound, text], cohorts: [open('A'), open('B')] })).toEqual([])
})

test('a rule in a unit that nobody records, and a cohort that the trial does not have, are named at their places', () => {
  const inAnyUnit = criterionWith({
    expr: { op: 'not', of: { op: 'lab', analyte: 'platelets', cmp: '<', value: 100, unit: 'banana' } },
    appliesTo: ['B '],
  })
  const faults = trialRuleFaults({ criteria: [adults, inAnyUnit], cohorts: [open('A'), open('B')] })
  expect(faults.map(({ pointer }) => pointer)).toEqual(['/criteria/1/expr/of/unit', '/criteria/1/appliesTo/0'])
  expect(faults[1]?.remedy).toBe('Write "B"')
})
