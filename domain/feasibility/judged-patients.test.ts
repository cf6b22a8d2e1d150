import { describe, expect, test } from 'vitest'
import { criterionWith } from '../eligibility/sample-trial.ts'
import { type JudgedPatients, judgedAnswers, judgedOutcome } from './judged-patients.ts'

const hard = criterionWith({ id: 'I1' })
const advisory = criterionWith({ id: 'I2', class: 'advisory' })
const ofCohort = criterionWith({ id: 'I3', appliesTo: ['A'] })
const judged = (parts: Partial<JudgedPatients>): JudgedPatients => ({
  ...{ bearings: [], inCohorts: null, best: 'noFailuresFound', patients: 1 },
  ...parts,
})

describe('patients of whom only the meaning of each criterion is known', () => {
  test('are stopped for good by a criterion for everybody, whatever comes behind it', () => {
    const stopped = judged({ bearings: ['stops'], inCohorts: [] })
    expect(judgedAnswers([hard, ofCohort], stopped)).toEqual(['stops'])
    expect(judgedOutcome([hard, ofCohort], stopped)).toBe('notMatched')
  })

  test('are not stopped by an advisory criterion', () => {
    const advised = judged({ bearings: ['passes', 'stops'] })
    expect(judgedAnswers([hard, advisory], advised)).toEqual(['passes', 'passes'])
    expect(judgedOutcome([hard, advisory], advised)).toBe('noFailuresFound')
  })

  test('have the outcome of their best cohort', () => {
    const inCohorts = [['stops'], ['needsData']] as const
    const joining = judged({ bearings: ['passes', 'passes'], inCohorts })
    expect(judgedAnswers([hard, ofCohort], joining)).toEqual(['passes', 'passes'])
    expect(judgedOutcome([hard, ofCohort], joining)).toBe('needsData')
    expect(judgedOutcome([hard, ofCohort], { ...joining, bearings: ['stopsForNow', 'passes'] })).toBe('notYet')
  })

  test('do not fit where no cohort takes patients', () => {
    expect(judgedOutcome([hard, ofCohort], judged({ bearings: ['passes', 'passes'], inCohorts: [] }))).toBe(
      'notMatched',
    )
  })

  test('fit no better than their cancer allows', () => {
    expect(judgedOutcome([hard], judged({ bearings: ['passes'], best: 'needsData' }))).toBe('needsData')
    expect(judgedOutcome([hard], judged({ bearings: ['stopsForNow'], best: 'needsData' }))).toBe('notYet')
  })

  test('need a clinician where nothing has been checked, or only a person can answer', () => {
    expect(judgedOutcome([], judged({}))).toBe('needsClinician')
    expect(judgedOutcome([hard], judged({ bearings: ['needsPerson'] }))).toBe('needsClinician')
  })
})
