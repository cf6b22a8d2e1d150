import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../identity/calendar-date.ts'
import { type ClockQuestion, clockState } from './referral-clock.ts'
import { referralStatuses } from './referral-status.ts'

/** Sent on Monday 6 July 2026, two working days to acknowledge. */
const sent: ClockQuestion = {
  status: 'sent',
  enteredOn: '2026-07-06',
  asOf: '2026-07-06',
  isExpedited: false,
  pausedDays: 0,
}

describe('clockState', () => {
  it('says nothing where nobody is waited for', () => {
    expect(clockState({ ...sent, status: 'enrolled' })).toEqual({ state: 'none' })
    expect(clockState({ ...sent, status: 'cancelled' })).toEqual({ state: 'none' })
  })

  it('carries the last day, the days used and the days allowed', () => {
    expect(clockState({ ...sent, asOf: '2026-07-07' })).toEqual({
      state: 'onTime',
      dueOn: '2026-07-08',
      unit: 'workingDays',
      daysUsed: 1,
      daysAllowed: 2,
    })
  })

  it.each([
    ['2026-07-06', 'onTime', 'day of entry'],
    ['2026-07-07', 'onTime', 'first day'],
    ['2026-07-08', 'due', 'last day'],
    ['2026-07-09', 'overdue', 'one day over'],
    ['2026-07-10', 'overdue', 'over by exactly the time allowed'],
    ['2026-07-11', 'escalated', 'over by more'],
  ])('acknowledgement in 2 working days, on %s: %s (%s)', (asOf, state) => {
    expect(clockState({ ...sent, asOf })).toMatchObject({ state, dueOn: '2026-07-08' })
  })

  it.each([
    ['2026-07-16', 'onTime', 8],
    ['2026-07-17', 'due', 9],
    ['2026-07-18', 'due', 9],
    ['2026-07-20', 'due', 10],
    ['2026-07-21', 'overdue', 11],
    ['2026-08-03', 'overdue', 20],
    ['2026-08-04', 'escalated', 21],
  ])('ten working days after information was given, on %s: %s (%i used)', (asOf, state, daysUsed) => {
    expect(clockState({ ...sent, status: 'approached', asOf })).toMatchObject({ state, daysUsed, daysAllowed: 10 })
  })

  it.each([
    ['2026-07-28', 'onTime', 22],
    ['2026-07-29', 'due', 23],
    ['2026-08-03', 'due', 28],
    ['2026-08-04', 'overdue', 29],
    ['2026-08-31', 'overdue', 56],
    ['2026-09-01', 'escalated', 57],
  ])('28 calendar days of screening after consent, on %s: %s (%i used)', (asOf, state, daysUsed) => {
    expect(clockState({ ...sent, status: 'consented', asOf })).toEqual({
      state,
      dueOn: '2026-08-03',
      unit: 'calendarDays',
      daysUsed,
      daysAllowed: 28,
    })
  })

  it('is past due on the Saturday after a Friday that was the last day', () => {
    const onThursday = { ...sent, enteredOn: '2026-07-01' }
    expect(clockState({ ...onThursday, asOf: '2026-07-03' })).toMatchObject({ state: 'due', dueOn: '2026-07-03' })
    expect(clockState({ ...onThursday, asOf: '2026-07-04' })).toMatchObject({ state: 'overdue', daysUsed: 2 })
  })

  it('runs over the year end and its bank holidays', () => {
    expect(clockState({ ...sent, enteredOn: '2026-12-24', asOf: '2026-12-24' })).toMatchObject({ dueOn: '2026-12-30' })
  })

  it('is not moved by the change to and from summer time', () => {
    expect(clockState({ ...sent, enteredOn: '2026-03-27' })).toMatchObject({ dueOn: '2026-03-31' })
    expect(clockState({ ...sent, enteredOn: '2026-10-23' })).toMatchObject({ dueOn: '2026-10-27' })
    const overTheChange = { ...sent, status: 'consented', enteredOn: '2026-03-28', asOf: '2026-03-30' } as const
    expect(clockState(overTheChange)).toMatchObject({ daysUsed: 2, dueOn: '2026-04-25' })
  })

  it('halves the standard of an expedited trial and rounds up', () => {
    expect(clockState({ ...sent, isExpedited: true })).toMatchObject({ daysAllowed: 1, dueOn: '2026-07-07' })
    expect(clockState({ ...sent, status: 'pre-screening', isExpedited: true })).toMatchObject({ daysAllowed: 3 })
    expect(clockState({ ...sent, status: 'consented', isExpedited: true })).toMatchObject({ daysAllowed: 14 })
  })

  it('stands still while it is paused', () => {
    const paused = { ...sent, asOf: '2026-07-13', pausedDays: 3 }
    expect(clockState(paused)).toMatchObject({ state: 'due', dueOn: '2026-07-13', daysUsed: 2 })
    expect(clockState({ ...paused, asOf: '2026-07-14' })).toMatchObject({ state: 'overdue', daysUsed: 3 })
  })

  it('takes the standard that a trial sets for itself', () => {
    const ofTrial = { ...sent, standard: { kind: 'calendarDays', days: 1 } } as const
    expect(clockState(ofTrial)).toMatchObject({ unit: 'calendarDays', dueOn: '2026-07-07' })
  })

  it('has used no day when it is read before it was entered', () => {
    expect(clockState({ ...sent, asOf: '2026-07-03' })).toMatchObject({ state: 'onTime', daysUsed: 0 })
  })

  it('only ever moves from on time to due, overdue and escalated, and passes the due date once', () => {
    const order = ['onTime', 'due', 'overdue', 'escalated']
    fc.assert(
      fc.property(
        fc.constantFrom(...referralStatuses.filter(({ standard }) => standard !== null)),
        fc.integer({ min: 0, max: 1500 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 10 }),
        ({ status }, start, isExpedited, pausedDays) => {
          const enteredOn = addDays('2024-01-01', start)
          const days = Array.from({ length: 130 }, (_, n) => addDays(enteredOn, n))
          const states = days.map((asOf) => {
            const clock = clockState({ status, enteredOn, asOf, isExpedited, pausedDays })
            if (clock.state === 'none') throw new Error(`${status} has a standard`)
            expect(asOf > clock.dueOn).toBe(clock.state === 'overdue' || clock.state === 'escalated')
            if (asOf === clock.dueOn) expect(clock).toMatchObject({ state: 'due', daysUsed: clock.daysAllowed })
            return order.indexOf(clock.state)
          })
          expect(states).toEqual(states.toSorted((a, b) => a - b))
          expect(new Set(states)).toEqual(new Set([0, 1, 2, 3]))
        },
      ),
      { numRuns: 60 },
    )
  })
})
