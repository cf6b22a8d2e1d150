import { expect, test } from 'vitest'
import type { Expr } from '../../domain/eligibility/criterion.ts'
import { deriveFacts } from '../../domain/eligibility/derive-facts.ts'
import { evaluateCriterion } from '../../domain/eligibility/evaluate-criterion.ts'
import { evaluatedAnswer } from '../parity/evaluated-answer.ts'
import { buildLeaves } from './build-criterion.ts'
import { buildPatients } from './build-patient.ts'
import { testDay } from './demonstration-seed.ts'
import { edgePatients } from './edge-patients.ts'

/* What parity is asked about: generated patients and questions have the hard cases among them. */

const seed = 20_260_615
const leavesOfEachKind = 40
const caseload = [...buildPatients(50, seed, testDay), ...edgePatients(testDay)].map((record) => deriveFacts(record))

test('of many questions about tests, opposite reports answer nothing, of one day and of several', () => {
  const verdicts = buildLeaves('biomarker', leavesOfEachKind, seed).flatMap((expr) =>
    caseload.map((facts) => evaluateCriterion({ kind: 'inclusion', expr }, facts, { asOf: testDay })),
  )
  const opposed = verdicts.filter((verdict) => verdict?.reason === 'contradictory')
  expect(opposed.length).toBeGreaterThan(verdicts.length / 200)
  expect(opposed.filter((verdict) => verdict?.sentence.includes('does not undo')).length).toBeGreaterThan(0)
})

test('of many questions about results, several of one day lie on both sides of the limit, on one and beside one that cannot be compared', () => {
  const verdicts = (['lab', 'observation'] as const).flatMap((kind) =>
    buildLeaves(kind, leavesOfEachKind, seed).flatMap((expr) =>
      caseload.map((facts) => evaluateCriterion({ kind: 'inclusion', expr }, facts, { asOf: testDay })),
    ),
  )
  const saying = (words: string) => verdicts.filter((verdict) => verdict?.sentence.includes(words) === true)
  const opposed = verdicts.filter((verdict) => verdict?.reason === 'contradictory')
  expect(opposed.length).toBeGreaterThan(verdicts.length / 100)
  expect(saying('of that day').filter((verdict) => verdict?.verdict !== 'unknown').length).toBeGreaterThan(20)
  expect(saying('recorded beside it on that day').length).toBeGreaterThan(20)
})

test('of many questions about scales, several places of one day are all as asked, none, or some', () => {
  const verdicts = (['ps', 'score'] as const).flatMap((kind) =>
    buildLeaves(kind, leavesOfEachKind, seed).flatMap((expr) =>
      caseload.map((facts) => evaluateCriterion({ kind: 'inclusion', expr }, facts, { asOf: testDay })),
    ),
  )
  const ofOneDay = verdicts.filter((verdict) => / of that day$|answer differently/u.test(verdict?.sentence ?? ''))
  for (const verdict of ['met', 'notMet', 'unknown'])
    expect(ofOneDay.filter((each) => each?.verdict === verdict).length, verdict).toBeGreaterThan(20)
})

test('of many clearances several parts are missing at once', () => {
  const clearance: Expr = { op: 'lab', analyte: 'crcl-cg', cmp: '>=', value: 50, unit: 'mL/min' }
  const open = caseload.map((facts) =>
    evaluatedAnswer({ kind: 'inclusion', expr: clearance }, facts, { asOf: testDay }),
  )
  for (const count of [2, 3, 4])
    expect(open.filter(({ missing }) => missing.length === count).length).toBeGreaterThan(0)
})
