import { describe, expect, it } from 'vitest'
import { countsAsGoingOn } from './counts-as-going-on.ts'
import { deriveFacts } from './derive-facts.ts'
import { evaluateLeaf } from './evaluate-leaf.ts'
import type { Leaf } from './leaf.ts'
import type { PatientRecord, Treatment } from './patient-record.ts'
import { confirmed, recordWith, treatmentOf } from './sample-record.ts'

const asOf = '2026-11-20'
const washout: Leaf = { op: 'therapy', any: ['platinum'], withinDays: 28 }
/** 90 days before. */
const lastDay = '2026-08-22'
const dayBefore = '2026-08-21'

const course = (parts: Partial<Treatment> = {}) =>
  treatmentOf('carboplatin', {
    ...{ classes: ['platinum'], startedOn: '2024-03-01', isOngoing: true, recordedAt: `${dayBefore}T12:00:00Z` },
    ...parts,
  })

function ask(record: Partial<PatientRecord>, leaf: Leaf = washout, on = asOf) {
  return evaluateLeaf(leaf, deriveFacts(recordWith(record)), on)
}

describe('a treatment of the cancer that was recorded as going on', () => {
  it('goes on for 90 days after it was recorded, and then nobody knows', () => {
    expect(ask({ treatments: [course({ recordedAt: `${lastDay}T12:00:00Z` })] }).verdict).toBe('met')
    expect(ask({ treatments: [course()] })).toMatchObject({
      verdict: 'unknown',
      reason: 'stale',
      item: { label: 'carboplatin: whether it still goes on' },
      sentence:
        'Carboplatin, going on since 01-Mar-2024 (Treatment record), may count as platinum within 28 days: last said to on 21-Aug-2026, 91 days ago; usual limit: 90 days; whether it still goes on is not recorded',
    })
  })

  it('never becomes a washout that is over', () => {
    for (const on of ['2027-06-01', '2030-01-01'])
      expect(ask({ treatments: [course()] }, washout, on).verdict).toBe('unknown')
  })

  it('goes on where the treatment history was confirmed since, for 90 days from then', () => {
    const treatments = [course()]
    const history = (on: string) => ({ treatments, assertions: [confirmed('treatment-history-complete', on)] })
    expect(ask(history(lastDay)).verdict).toBe('met')
    expect(ask(history(dayBefore)).verdict).toBe('unknown')
    expect(countsAsGoingOn(deriveFacts(recordWith({ treatments })), 'assertion:treatment-history-complete')).toEqual([
      'Carboplatin, going on since 01-Mar-2024 (Treatment record)',
    ])
  })

  it('goes on once more where somebody records that it does, and is over where somebody records its last day', () => {
    const again = course({ id: 'again', replaces: 'treatment-carboplatin', recordedAt: '2026-11-19T12:00:00Z' })
    expect(ask({ treatments: [course(), again] }).verdict).toBe('met')
    const ended = { ...again, isOngoing: false, endedOn: '2026-09-01' }
    const assertions = [confirmed('treatment-history-complete', asOf)]
    expect(ask({ treatments: [course(), ended], assertions }).verdict).toBe('notMet')
  })

  it('was given on the day on which somebody said so, which a long window still holds', () => {
    expect(ask({ treatments: [course()] }, { ...washout, withinDays: 91 }).verdict).toBe('met')
    expect(ask({ treatments: [course()] }, { ...washout, withinDays: 90 }).verdict).toBe('unknown')
    expect(ask({ treatments: [course()] }, { op: 'therapy', any: ['platinum'] }).verdict).toBe('met')
  })
})
