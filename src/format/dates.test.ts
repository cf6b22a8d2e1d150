import { describe, expect, it } from 'vitest'
import { clinicalDate, clinicalInstant, londonDate, londonTime, monthName, proseDate } from './dates.ts'

describe('a date in the banner and in tables', () => {
  it('is zero-padded with the month in three letters', () => {
    expect(clinicalDate('2018-08-06')).toBe('06-Aug-2018')
    expect(clinicalDate('2026-12-31')).toBe('31-Dec-2026')
  })

  it('keeps the precision that is known', () => {
    expect(clinicalDate('2018-08')).toBe('Aug-2018')
    expect(clinicalDate('2018')).toBe('2018')
  })

  it('reads "Not known" without a value', () => {
    expect(clinicalDate(null)).toBe('Not known')
  })
})

describe('a date in prose', () => {
  it('has the month in full and no leading zero', () => {
    expect(proseDate('2018-08-06')).toBe('6 August 2018')
    expect(proseDate('2018-08-10')).toBe('10 August 2018')
  })

  it('keeps the precision that is known', () => {
    expect(proseDate('2018-08')).toBe('August 2018')
    expect(proseDate('2018')).toBe('2018')
    expect(monthName('2026-01')).toBe('January 2026')
  })
})

describe('an instant', () => {
  it('is shown as London saw it, an hour ahead in summer', () => {
    expect(clinicalInstant('2026-07-06T16:30:00Z')).toBe('06-Jul-2026 17:30')
    expect(londonTime('2026-07-06T16:30:00Z')).toBe('17:30')
    expect(clinicalInstant('2026-01-06T17:30:00Z')).toBe('06-Jan-2026 17:30')
  })

  it('belongs to the next day in London from 23:00 in summer and from midnight in winter', () => {
    expect(londonDate('2026-07-06T22:59:59Z')).toBe('2026-07-06')
    expect(londonDate('2026-07-06T23:00:00Z')).toBe('2026-07-07')
    expect(londonDate('2026-01-06T23:59:59Z')).toBe('2026-01-06')
    expect(londonDate('2026-01-07T00:00:00Z')).toBe('2026-01-07')
  })

  it('writes midnight as 00:00', () => {
    expect(clinicalInstant('2026-01-07T00:00:00Z')).toBe('07-Jan-2026 00:00')
  })
})
