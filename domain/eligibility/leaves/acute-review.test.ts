import { describe, expect, it } from 'vitest'
import { addDays } from '../../identity/calendar-date.ts'
import { deriveFacts } from '../derive-facts.ts'
import { evaluateLeaf } from '../evaluate-leaf.ts'
import type { Leaf } from '../leaf.ts'
import type { Observation, Treatment } from '../patient-record.ts'
import { confirmed, finding, recordWith, treatmentOf } from '../sample-record.ts'

/* Toxicity and infection come and go with treatment: an older review, or one before the last treatment, rules out neither. */

const today = '2026-08-04'
const ago = (days: number) => addDays(today, -days)

function ask(leaf: Leaf, reviewedAgo: number, treatments: readonly Treatment[], ...observations: Observation[]) {
  const assertions = [confirmed('comorbidities-reviewed', ago(reviewedAgo))]
  return evaluateLeaf(leaf, deriveFacts(recordWith({ assertions, treatments, observations })), today)
}

const acute: readonly (readonly [string, Leaf])[] = [
  ['any toxicity', { op: 'toxicity', term: 'any', gradeMin: 2 }],
  ['neuropathy', { op: 'toxicity', term: 'peripheral-neuropathy', gradeMin: 2 }],
  ['toxicity other than alopecia', { op: 'toxicity', onlyTerms: ['alopecia'] }],
  ['an active infection', { op: 'condition', concept: 'active-infection', status: 'active' }],
]
const given = (parts: Partial<Treatment>) => treatmentOf('FOLFOX', parts)

describe.each(acute)('%s that nobody recorded', (_name, leaf) => {
  it.each([
    [0, 'notMet'],
    [27, 'notMet'],
    [28, 'notMet'],
    [29, 'unknown'],
    [90, 'unknown'],
  ])('is ruled out by a review %i days ago: %s', (days, verdict) => {
    const found = ask(leaf, days, [])
    expect(found).toMatchObject(verdict === 'notMet' ? { verdict } : { verdict, reason: 'stale' })
    if (verdict === 'unknown') expect(found.sentence).toContain('counted for 28 days')
  })

  it.each([
    ['ended the day before the review', { startedOn: ago(60), endedOn: ago(11) }, 'notMet'],
    ['ended on the day of the review', { startedOn: ago(60), endedOn: ago(10) }, 'unknown'],
    ['ended the day after the review', { startedOn: ago(60), endedOn: ago(9) }, 'unknown'],
    ['began the day before the review and has no last day', { startedOn: ago(11), endedOn: null }, 'notMet'],
    ['began on the day of the review', { startedOn: ago(10), endedOn: null }, 'unknown'],
    ['goes on', { startedOn: ago(60), endedOn: null, isOngoing: true }, 'unknown'],
    ['is to begin tomorrow', { startedOn: ago(-1), endedOn: ago(-1) }, 'notMet'],
    ['is radiotherapy since', { kind: 'radiotherapy', startedOn: ago(9), endedOn: ago(5) }, 'unknown'],
    ['is an operation since', { kind: 'surgery', startedOn: ago(9), endedOn: ago(9) }, 'notMet'],
  ] as const)('where a treatment %s', (_when, parts, verdict) => {
    expect(ask(leaf, 10, [given(parts)]).verdict).toBe(verdict)
  })

  it.each([
    [0, 'notMet'],
    [6, 'notMet'],
    [7, 'notMet'],
    [8, 'unknown'],
  ])('is ruled out by a review %i days ago while treatment goes on: %s', (days, verdict) => {
    const goesOn = [given({ startedOn: ago(60), endedOn: null, isOngoing: true })]
    expect(ask(leaf, days, goesOn)).toMatchObject({ verdict })
  })

  it('says which treatment overtook the review', () => {
    expect(ask(leaf, 10, [given({ startedOn: ago(60), endedOn: ago(9) })])).toMatchObject({
      reason: 'stale',
      item: { key: 'assertion:comorbidities-reviewed' },
      evidence: { on: ago(10) },
      sentence: expect.stringContaining(
        'is recorded; comorbidities reviewed on 25-Jul-2026 (Clinic letter), treatment went on after it (FOLFOX, last given 26-Jul-2026 (Treatment record))',
      ),
    })
  })
})

it('a lasting condition is ruled out for 90 days, whatever was given since', () => {
  const goesOn = [given({ startedOn: ago(60), endedOn: null, isOngoing: true })]
  const stroke: Leaf = { op: 'condition', concept: 'stroke', status: 'history' }
  expect(ask(stroke, 90, goesOn).verdict).toBe('notMet')
  expect(ask(stroke, 91, goesOn).verdict).toBe('unknown')
})

it('a grade that was recorded answers for 28 days, and one that is asked is found for 90', () => {
  const leaf: Leaf = { op: 'toxicity', term: 'peripheral-neuropathy', gradeMin: 2 }
  const grade = (value: number, days: number) =>
    ask(leaf, 400, [], finding('toxicity', 'peripheral-neuropathy', value, ago(days))).verdict
  expect([27, 28, 29].map((days) => grade(1, days))).toEqual(['notMet', 'notMet', 'unknown'])
  expect([29, 90, 91].map((days) => grade(2, days))).toEqual(['met', 'met', 'unknown'])
})
