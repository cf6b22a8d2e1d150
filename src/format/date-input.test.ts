import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/identity/calendar-date.ts'
import { parseDateInput } from './date-input.ts'
import { clinicalDate, proseDate } from './dates.ts'

describe('a typed date', () => {
  it.each(['6 August 2018', '6 aug 2018', '06-Aug-2018', '6/8/2018', '06.08.2018', ' 6  8 2018 ', '2018-08-06'])(
    'reads "%s" as the sixth of August',
    (text) => {
      expect(parseDateInput(text)).toBe('2018-08-06')
    },
  )

  it.each([
    '',
    'August 2018',
    '30/2/2018',
    '29/2/2018',
    '0/8/2018',
    '6/13/2018',
    '6/8/18',
    '6 augest 2018',
    'tomorrow',
  ])('refuses "%s"', (text) => {
    expect(parseDateInput(text)).toBeNull()
  })

  it('knows leap days', () => {
    expect(parseDateInput('29/2/2024')).toBe('2024-02-29')
  })

  it('reads back every date that the service writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
        const date = addDays('1900-01-01', days)
        expect([parseDateInput(proseDate(date)), parseDateInput(clinicalDate(date))]).toEqual([date, date])
      }),
    )
  })
})
