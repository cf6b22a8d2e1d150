import { expect, it } from 'vitest'
import { parseExpr } from '../../domain/eligibility/parse-criterion.ts'
import { criterionWith, trialWith } from '../../domain/eligibility/sample-trial.ts'
import { testDay } from '../support/demonstration-seed.ts'
import { comparableTrials } from './comparable-trials.ts'
import { trialVariants } from './trial-variants.ts'

const { record } = trialWith({
  criteria: [criterionWith({ expr: { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L' } })],
})

it('keeps the first and moves the limits of the others', () => {
  const limits = trialVariants([record], 3).map(({ criteria }) => criteria[0]?.expr)
  expect(limits).toMatchObject([{ value: 100 }, { value: 101 }, { value: 102 }])
})

it('gives every variant an identifier of its own', () => {
  expect(trialVariants([record], 3).map(({ registryId }) => registryId)).toEqual(['DEMO-1', 'DEMO-1-2', 'DEMO-1-3'])
})

it('refuses to vary nothing', () => {
  expect(() => trialVariants([], 1)).toThrow('give at least one')
})

it('compares engines on trials for particular cancers, each with rules that the language knows', () => {
  const trials = comparableTrials(testDay, 50)
  expect(new Set(trials.map((trial) => trial.record.registryId)).size).toBe(50)
  for (const trial of trials) {
    expect(trial.record.cancerTypeIds.length).toBeGreaterThan(0)
    expect(trial.record.criteria.length).toBeGreaterThanOrEqual(3)
    for (const { expr } of trial.record.criteria) expect(parseExpr(expr)).toMatchObject({ kind: 'expr' })
  }
})
