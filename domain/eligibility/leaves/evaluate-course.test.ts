import { describe, expect, it } from 'vitest'
import { deriveFacts } from '../derive-facts.ts'
import type { Observation, Treatment } from '../patient-record.ts'
import { finding, recordWith, treatmentOf } from '../sample-record.ts'
import { evaluateBestResponse, evaluateDiseaseStatus, evaluateProgression } from './evaluate-course.ts'

const today = '2026-08-04'
const firstLine = treatmentOf('vincristine', {
  line: 1,
  setting: 'first-line',
  startedOn: '2025-10-01',
  endedOn: '2026-03-01',
})
const status = (value: string, on: string) => finding('disease-status', 'disease-status', value, on)
const factsOf = (observations: readonly Observation[], treatments: readonly Treatment[] = [firstLine]) =>
  deriveFacts(recordWith({ observations, treatments }))

describe('disease status', () => {
  it('is the latest, unless a window or a line is asked for', () => {
    const rows = factsOf([status('stable', '2026-07-01'), status('progressive', '2026-05-01')])
    expect(evaluateDiseaseStatus({ op: 'diseaseStatus', in: ['progressive'] }, rows, today).verdict).toBe('notMet')
    expect(
      evaluateDiseaseStatus({ op: 'diseaseStatus', in: ['progressive'], withinDays: 183 }, rows, today),
    ).toMatchObject({ verdict: 'met', changesOn: '2026-11-01' })
    expect(
      evaluateDiseaseStatus({ op: 'diseaseStatus', in: ['progressive'], withinDays: 94 }, rows, today).verdict,
    ).toBe('notMet')
    expect(evaluateDiseaseStatus({ op: 'diseaseStatus', in: ['progressive'] }, factsOf([]), today).verdict).toBe(
      'unknown',
    )
  })

  it('after first line needs the start of first line', () => {
    const leaf = { op: 'diseaseStatus', in: ['recurrent'], after: 'firstLine' } as const
    expect(evaluateDiseaseStatus(leaf, factsOf([status('recurrent', '2026-06-01')]), today).verdict).toBe('met')
    const before = status('recurrent', '2025-09-01')
    expect(evaluateDiseaseStatus(leaf, factsOf([before]), today).reason).toBe('stale')
    expect(
      evaluateDiseaseStatus(leaf, factsOf([before, status('no-evidence-of-disease', '2026-07-20')]), today).verdict,
    ).toBe('notMet')
    expect(evaluateDiseaseStatus(leaf, factsOf([status('recurrent', '2026-06-01')], []), today).verdict).toBe('unknown')
  })
})

describe('how long a disease status holds', () => {
  const progressive = { op: 'diseaseStatus', in: ['progressive'] } as const

  it.each([
    ['2026-06-24', 'notMet', null],
    ['2026-06-23', 'notMet', null],
    ['2026-06-22', 'unknown', 'stale'],
  ])('"stable" of %s, 41 to 43 days ago, says %s of now and of the last half year', (on, verdict, reason) => {
    const facts = factsOf([status('stable', on)])
    expect(evaluateDiseaseStatus(progressive, facts, today)).toMatchObject({ verdict, reason })
    expect(evaluateDiseaseStatus({ ...progressive, withinDays: 183 }, facts, today)).toMatchObject({ verdict, reason })
  })

  it('what is asked of a shorter time needs a look in that time', () => {
    const asked = { ...progressive, withinDays: 14 }
    expect(evaluateDiseaseStatus(asked, factsOf([status('stable', '2026-07-21')]), today).verdict).toBe('notMet')
    expect(evaluateDiseaseStatus(asked, factsOf([status('stable', '2026-07-20')]), today).reason).toBe('stale')
  })

  it('what was found in the window stands, however long nobody has looked since', () => {
    const facts = factsOf([status('progressive', '2026-05-01')])
    expect(evaluateDiseaseStatus({ ...progressive, withinDays: 183 }, facts, today).verdict).toBe('met')
    expect(evaluateDiseaseStatus(progressive, facts, today).reason).toBe('stale')
  })
})

describe('how long the absence of progression holds', () => {
  const none = (on: string) => finding('progression', 'progression', false, on)

  it.each([
    ['2026-06-24', 'notMet'],
    ['2026-06-23', 'notMet'],
    ['2026-06-22', 'unknown'],
  ])('looked for on %s and not found: %s', (on, verdict) => {
    expect(evaluateProgression({ op: 'progression', withinDays: 183 }, factsOf([none(on)]), today).verdict).toBe(
      verdict,
    )
  })

  it('an old progression is no answer for a later window, until somebody has looked again', () => {
    const old = status('progressive', '2026-01-01')
    const asked = { op: 'progression', withinDays: 183 } as const
    expect(evaluateProgression(asked, factsOf([old]), today).reason).toBe('stale')
    expect(evaluateProgression(asked, factsOf([old, status('stable', '2026-07-20')]), today).verdict).toBe('notMet')
  })

  it('of a line, a look at the end of the time after it is enough', () => {
    const asked = { op: 'progression', relativeTo: 'firstLine.end', withinDays: 84 } as const
    expect(evaluateProgression(asked, factsOf([none('2026-05-24')]), today).verdict).toBe('notMet')
    expect(evaluateProgression(asked, factsOf([none('2026-05-23')]), today).reason).toBe('stale')
  })
})

describe('progression', () => {
  const leaf = { op: 'progression', relativeTo: 'firstLine.end', withinDays: 84 } as const

  it.each([
    ['2025-09-30', 'notMet'],
    ['2025-10-01', 'met'],
    ['2026-05-24', 'met'],
    ['2026-05-25', 'notMet'],
  ])('on %s, during first line or within 84 days of its end, is %s', (on, verdict) => {
    const looked = [status('progressive', on), status('stable', '2026-07-20')]
    expect(evaluateProgression(leaf, factsOf(looked), today).verdict).toBe(verdict)
  })

  it('recorded as absent is not met, and nothing recorded is unknown', () => {
    expect(
      evaluateProgression(leaf, factsOf([finding('progression', 'progression', false, '2026-07-01')]), today).verdict,
    ).toBe('notMet')
    expect(evaluateProgression(leaf, factsOf([]), today).verdict).toBe('unknown')
    expect(evaluateProgression(leaf, factsOf([status('progressive', '2026-05-01')], []), today).verdict).toBe('unknown')
  })
})

describe('best response', () => {
  it('is the one to the line asked for', () => {
    const response = (value: string, line?: number) =>
      finding('best-response', 'best-response', value, '2026-03-01', { detail: line === undefined ? {} : { line } })
    const leaf = { op: 'bestResponse', in: ['CR', 'PR', 'SD'], to: 'firstLine' } as const
    expect(evaluateBestResponse(leaf, factsOf([response('PR', 1)])).verdict).toBe('met')
    expect(evaluateBestResponse(leaf, factsOf([response('PD', 1)])).verdict).toBe('notMet')
    expect(evaluateBestResponse(leaf, factsOf([response('PR', 2)]))).toMatchObject({
      verdict: 'unknown',
      evidence: { value: 'PR' },
    })
    expect(evaluateBestResponse(leaf, factsOf([response('NE', 1)])).verdict).toBe('unknown')
  })
})
