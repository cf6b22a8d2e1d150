import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate } from '../identity/calendar-date.ts'
import { type ClockDates, clockDates } from './clock-dates.ts'
import { clockState } from './referral-clock.ts'
import { referralStatuses } from './referral-status.ts'

function stateOn(asOf: CalendarDate, dates: ClockDates | null) {
  if (dates === null) return 'none'
  if (asOf >= dates.escalatedFrom) return 'escalated'
  if (asOf > dates.dueOn) return 'overdue'
  return asOf >= dates.dueFrom ? 'due' : 'onTime'
}

describe('the days on which a clock changes', () => {
  it('follows a referral sent on a Monday with two working days to acknowledge it', () => {
    expect(clockDates({ status: 'sent', enteredOn: '2026-07-06', isExpedited: false })).toEqual({
      dueFrom: '2026-07-08',
      dueOn: '2026-07-08',
      escalatedFrom: '2026-07-11',
    })
  })

  it('counts screening after consent in calendar days: 28, of which the last five are due', () => {
    expect(clockDates({ status: 'consented', enteredOn: '2026-06-01', isExpedited: false })).toEqual({
      dueFrom: '2026-06-24',
      dueOn: '2026-06-29',
      escalatedFrom: '2026-07-28',
    })
  })

  it('halves every standard of an expedited trial, half days rounded up', () => {
    expect(clockDates({ status: 'pre-screening', enteredOn: '2026-07-06', isExpedited: true })?.dueOn).toBe(
      '2026-07-09',
    )
  })

  it('has none where nobody is waited for', () => {
    expect(clockDates({ status: 'enrolled', enteredOn: '2026-07-06', isExpedited: false })).toBeNull()
  })

  it('agrees with the clock on every day, for every status', () => {
    const day = fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2024-12-01', days))
    const status = fc.constantFrom(...referralStatuses.map((definition) => definition.status))
    fc.assert(
      fc.property(
        status,
        day,
        fc.boolean(),
        fc.integer({ min: 0, max: 70 }),
        (status, enteredOn, isExpedited, later) => {
          const asOf = addDays(enteredOn, later)
          const clock = clockState({ status, enteredOn, asOf, isExpedited, pausedDays: 0 })
          expect(stateOn(asOf, clockDates({ status, enteredOn, isExpedited }))).toBe(clock.state)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
