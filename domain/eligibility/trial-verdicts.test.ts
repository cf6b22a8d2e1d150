import { describe, expect, test } from 'vitest'
import { assessTrial } from './assess-trial.ts'
import type { Expr } from './criterion.ts'
import { deriveFacts } from './derive-facts.ts'
import { diagnosisOf, finding, recordWith } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'
import { pastTrialVerdicts, trialVerdicts } from './trial-verdicts.ts'

const asOf = '2026-08-04'
const facts = deriveFacts(
  recordWith({
    bornOn: '1980-01-01',
    diagnoses: [diagnosisOf({ icd10: 'C22.0' })],
    observations: [finding('performance-status', 'ECOG', 1, '2026-08-01')],
  }),
)
const ecog = (upTo: number): Expr => ({ op: 'ps', scale: 'ECOG', in: Array.from({ length: upTo + 1 }, (_, at) => at) })
const whichCohort: Expr = {
  op: 'cohort',
  assign: [
    { cohort: 'A', when: ecog(0) },
    { cohort: 'B', when: ecog(1) },
  ],
}
const criteria = [
  criterionWith({ id: 'adult', expr: { op: 'age', unit: 'years', min: 18 } }),
  criterionWith({ id: 'onlyA', appliesTo: ['A'], expr: { op: 'age', unit: 'years', max: 40 } }),
  criterionWith({ id: 'which', expr: whichCohort }),
]
const cohorts = (a: 'open' | 'paused') =>
  [
    { name: 'A', recruitmentStatus: a },
    { name: 'B', recruitmentStatus: 'open' },
  ] as const
const assess = (a: 'open' | 'paused', cancerTypeIds: readonly string[] = []) =>
  assessTrial(
    facts,
    trialWith({ isBasket: cancerTypeIds.length === 0, cancerTypeIds, cohorts: cohorts(a), criteria }),
    asOf,
  )
const shown = (verdicts: ReturnType<typeof trialVerdicts>['criteria']) =>
  verdicts.map(({ criterionId, verdict, cohort }) => [criterionId, verdict, cohort])

describe('the criteria of a trial with cohorts', () => {
  test('are those of the cohort that gives the outcome, and beside it those of every other', () => {
    const verdicts = trialVerdicts(assess('open'))
    expect(shown(verdicts.criteria)).toEqual([
      ['adult', 'met', null],
      ['which', 'met', 'B'],
    ])
    expect(verdicts.otherCohorts.map(({ cohort, outcome }) => [cohort, outcome])).toEqual([['A', 'notMatched']])
    expect(shown(verdicts.otherCohorts[0]?.criteria ?? [])).toEqual([
      ['adult', 'met', null],
      ['onlyA', 'notMet', null],
      ['which', 'notMet', 'A'],
    ])
  })

  test('of a cohort that is not open are left out', () => {
    expect(trialVerdicts(assess('paused')).otherCohorts).toEqual([])
  })

  test('say of no cohort that it is nearer than the cancer allows', () => {
    const possible = assess('open', ['gi-flc'])
    expect(possible.outcome).toBe('needsData')
    const other = { ...possible.criteria, cohort: 'A', cohorts: possible.criteria.cohorts }
    expect(trialVerdicts({ ...possible, criteria: other }).otherCohorts).toMatchObject([
      { cohort: 'B', outcome: 'needsData' },
    ])
  })

  test('of a past answer can be set in none', () => {
    const { criteria: first, otherCohorts } = pastTrialVerdicts(assess('open'))
    const all = [...first, ...otherCohorts.flatMap((other) => other.criteria)]
    expect(all).toHaveLength(5)
    expect(all.filter(({ basis }) => basis !== null)).toEqual([])
  })
})
