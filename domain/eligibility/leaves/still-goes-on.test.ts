import { describe, expect, it } from 'vitest'
import { addDays } from '../../identity/calendar-date.ts'
import { deriveFacts } from '../derive-facts.ts'
import { evaluateLeaf } from '../evaluate-leaf.ts'
import type { Leaf } from '../leaf.ts'
import type { Assertion, Observation } from '../patient-record.ts'
import { confirmed, finding, recordWith } from '../sample-record.ts'

const today = '2026-08-04'
const ago = (days: number) => addDays(today, -days)

function ask(leaf: Leaf, observations: readonly Observation[], assertions: readonly Assertion[] = []) {
  return evaluateLeaf(leaf, deriveFacts(recordWith({ observations, assertions })), today)
}

/** The verdict of one record of each age. */
function verdicts(leaf: Leaf, row: (on: string) => Observation, days: readonly number[]) {
  return days.map((each) => ask(leaf, [row(ago(each))]).verdict)
}

describe('a medicine recorded as taken', () => {
  const leaf: Leaf = { op: 'medication', concept: 'systemic-corticosteroid', status: 'active' }
  const taken = (on: string, detail = {}) => finding('medication', 'systemic-corticosteroid', 'active', on, { detail })

  it('is taken for as long as a medicine that is not taken stays one: 28 days', () => {
    expect(verdicts(leaf, taken, [27, 28, 29])).toEqual(['met', 'met', 'unknown'])
  })

  it('too long ago is told with its age and what is not known, and asks for itself', () => {
    expect(ask(leaf, [taken('2024-01-03')])).toMatchObject({
      reason: 'stale',
      item: { key: 'medication:systemic-corticosteroid' },
      sentence:
        'Systemic corticosteroid: active on 03-Jan-2024 (Laboratory system), 944 days ago; usual limit: 28 days; whether it still goes on is not recorded; asked: systemic corticosteroid taken now',
    })
  })

  it('goes on where somebody has reviewed the medicines since, for as long as the review counts', () => {
    const reviewed = (days: number) => ask(leaf, [taken('2024-01-03')], [confirmed('medicines-reviewed', ago(days))])
    expect([27, 28, 29].map((days) => reviewed(days).verdict)).toEqual(['met', 'met', 'unknown'])
  })

  it('within the window that is asked is in it, however long ago', () => {
    const within90: Leaf = { op: 'medication', concept: 'systemic-corticosteroid', withinDays: 90 }
    expect(verdicts(within90, taken, [89, 90, 91])).toEqual(['met', 'met', 'unknown'])
  })

  it('too long ago has no part in the dose of today', () => {
    const above10: Leaf = { ...leaf, doseMgPredEqMin: 10, doseCmp: '>' }
    expect(ask(above10, [taken(ago(29), { doseMgPredEq: 15 })]).verdict).toBe('unknown')
    expect(ask(above10, [taken(ago(28), { doseMgPredEq: 15 })]).verdict).toBe('met')
  })

  it('by a wider class too long ago is denied by a later answer for the narrower one', () => {
    const heparin: Leaf = { op: 'medication', concept: 'lmwh', status: 'active' }
    const detail = { name: 'dalteparin' }
    const before = finding('medication', 'anticoagulant-therapeutic', 'active', ago(60), { detail })
    expect(ask(heparin, [before]).verdict).toBe('unknown')
    expect(ask(heparin, [before, finding('medication', 'lmwh', 'absent', ago(1))]).verdict).toBe('notMet')
  })

  it('by another name is denied by a later answer to the question, and not by one of the same day', () => {
    const heparin: Leaf = { op: 'medication', concept: 'lmwh', status: 'active' }
    const before = finding('medication', 'anticoagulant-therapeutic', 'active', ago(10), {
      detail: { name: 'dalteparin' },
    })
    const denied = (days: number) => ask(heparin, [before, finding('medication', 'lmwh', 'absent', ago(days))]).verdict
    expect([9, 10, 11].map(denied)).toEqual(['notMet', 'met', 'met'])
    const within14: Leaf = { op: 'medication', concept: 'lmwh', withinDays: 14 }
    expect(ask(within14, [before, finding('medication', 'lmwh', 'absent', ago(9))]).verdict).toBe('met')
  })

  it('too long ago neither is another of the class nor leaves the asked one alone', () => {
    const onlyHeparin: Leaf = { op: 'medication', concept: 'lmwh', status: 'active', only: true }
    const heparin = finding('medication', 'lmwh', 'active', today)
    const antagonist = (on: string) => finding('medication', 'vitamin-k-antagonist', 'active', on)
    expect(ask(onlyHeparin, [heparin, antagonist(ago(28))]).verdict).toBe('notMet')
    expect(ask(onlyHeparin, [heparin, antagonist(ago(29))])).toMatchObject({
      verdict: 'unknown',
      item: { key: 'medication:vitamin-k-antagonist' },
    })
  })
})

describe('a condition recorded as going on', () => {
  const leafOf = (concept: string): Leaf => ({ op: 'condition', concept, status: 'active' })
  const active =
    (concept: string, detail = {}) =>
    (on: string) =>
      finding('condition', concept, 'active', on, { detail })

  it('goes on for as long as a review of the problem list counts: 90 days', () => {
    expect(verdicts(leafOf('unhealed-wound'), active('unhealed-wound'), [89, 90, 91])).toEqual([
      ...['met', 'met', 'unknown'],
    ])
  })

  it('too long ago goes on where somebody has reviewed the comorbidities since', () => {
    const wound = active('unhealed-wound')(ago(400))
    const reviewed = (days: number) =>
      ask(leafOf('unhealed-wound'), [wound], [confirmed('comorbidities-reviewed', ago(days))]).verdict
    expect([89, 90, 91].map(reviewed)).toEqual(['met', 'met', 'unknown'])
  })

  it.each(['gilbert-syndrome', 'solid-organ-transplant', 'type-2-diabetes', 'hypertension', 'myasthenia-gravis'])(
    'of a kind that does not end goes on until somebody records otherwise: %s',
    (concept) => {
      expect(verdicts(leafOf(concept), active(concept), [91, 4000])).toEqual(['met', 'met'])
      const within: Leaf = { op: 'condition', concept, withinDays: 30 }
      expect(verdicts(within, active(concept), [4000])).toEqual(['met'])
    },
  )

  it('of a kind that does not end is asked again how severe it is', () => {
    const severe: Leaf = { op: 'condition', concept: 'myasthenia-gravis', status: 'active', severityMin: 'MGFA-III' }
    const found = active('myasthenia-gravis', { severity: 'MGFA-IV' })
    expect(verdicts(severe, found, [90, 91])).toEqual(['met', 'unknown'])
  })

  it('is a part of the history however long ago', () => {
    const history: Leaf = { op: 'condition', concept: 'stroke', status: 'history' }
    expect(verdicts(history, active('stroke'), [4000])).toEqual(['met'])
  })

  it('as pregnancy holds as long as its test, and is not taken for over', () => {
    expect(verdicts(leafOf('pregnancy'), active('pregnancy'), [7, 8])).toEqual(['met', 'unknown'])
  })
})

describe('a toxicity', () => {
  const leaf: Leaf = { op: 'toxicity', term: 'peripheral-neuropathy', gradeMin: 2 }
  const grade = (value: number) => (on: string) => finding('toxicity', 'peripheral-neuropathy', value, on)

  it('has its grade for 90 days, and then asks for the grade of now', () => {
    expect(verdicts(leaf, grade(2), [89, 90, 91])).toEqual(['met', 'met', 'unknown'])
    expect(ask(leaf, [grade(2)(ago(91))])).toMatchObject({
      ...{ reason: 'stale', item: { key: 'toxicity:peripheral-neuropathy' } },
    })
  })

  it('has it for longer where the comorbidities were reviewed since', () => {
    const reviewed = [confirmed('comorbidities-reviewed', ago(3))]
    expect(ask(leaf, [grade(2)(ago(400))], reviewed).verdict).toBe('met')
  })

  it('that was ever there stays so', () => {
    expect(verdicts({ ...leaf, ever: true }, grade(2), [400])).toEqual(['met'])
  })
})

describe('an infection found', () => {
  const found = (agent: string, value: string) => (on: string) => finding('infection', agent, value, on)
  const leafOf = (agent: string, result: string): Leaf => ({ op: 'infection', agent, result })

  it('with HIV stays', () => {
    expect(verdicts(leafOf('HIV', 'positive'), found('HIV', 'positive'), [181, 4000])).toEqual(['met', 'met'])
  })

  it.each(['HBV', 'HCV'])('with %s may be over after 180 days, unless its status was reviewed since', (agent) => {
    const active = found(agent, 'active')
    expect(verdicts(leafOf(agent, 'active'), active, [179, 180, 181])).toEqual(['met', 'met', 'unknown'])
    const reviewed = [confirmed('infection-status-reviewed', ago(180))]
    expect(ask(leafOf(agent, 'active'), [active(ago(400))], reviewed).verdict).toBe('met')
  })
})

describe('a toxicity beside the only one that is accepted', () => {
  const leaf: Leaf = { op: 'toxicity', onlyTerms: ['alopecia'] }
  const rows = (days: number) => [
    finding('toxicity', 'alopecia', 2, today),
    finding('toxicity', 'fatigue', 3, ago(days)),
  ]

  it('that was graded too long ago is asked for, and not denied by a review that leaves it as it stands', () => {
    expect([89, 90].map((days) => ask(leaf, rows(days)).verdict)).toEqual(['notMet', 'notMet'])
    expect(ask(leaf, rows(91))).toMatchObject({ verdict: 'unknown', item: { key: 'toxicity:fatigue' } })
    expect(ask(leaf, rows(91), [confirmed('comorbidities-reviewed', today)]).verdict).toBe('notMet')
  })

  it('and goes on since before the window that is asked is asked for, and not taken for none', () => {
    const lately: Leaf = { ...leaf, withinDays: 28 }
    const reviewed = [confirmed('comorbidities-reviewed', today)]
    expect(ask(lately, rows(28), reviewed).verdict).toBe('notMet')
    expect(ask(lately, rows(29), reviewed)).toMatchObject({ verdict: 'unknown', item: { key: 'toxicity:fatigue' } })
  })
})

describe('a toxicity of which two grades are recorded on one day', () => {
  const row = (value: number) => finding('toxicity', 'fatigue', value, '2026-08-01', { id: `grade-${value}` })
  const graded = (gradeMin: number) => ask({ op: 'toxicity', term: 'fatigue', gradeMin }, [row(2), row(3)])

  it('answers where both are on one side of the grade asked, and else says that both cannot be true', () => {
    expect([1, 2, 3].map((gradeMin) => graded(gradeMin).verdict)).toEqual(['met', 'met', 'unknown'])
    expect(graded(3)).toMatchObject({
      ...{ reason: 'contradictory', item: { key: 'toxicity:fatigue' } },
      sentence:
        'Fatigue grade 3 and 2 on 01-Aug-2026 cannot both be true (Laboratory system): correct or take back the wrong one; asked: fatigue of grade 3 or worse',
    })
    expect(graded(4).verdict).not.toBe('met')
  })
})
