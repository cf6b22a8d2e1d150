import { describe, expect, test } from 'vitest'
import { earliestDay, isPartialDate, latestDay, partialDatePrecision } from './partial-date.ts'

describe('precision', () => {
  test('is what was written, never more', () => {
    expect(partialDatePrecision('2024')).toBe('year')
    expect(partialDatePrecision('2024-02')).toBe('month')
    expect(partialDatePrecision('2024-02-29')).toBe('day')
  })

  test.each([
    '',
    '24',
    '0000',
    '2024-00',
    '2024-13',
    '2024-2',
    '2023-02-29',
    '2024-02-29T10:00',
    'about 2024',
    '2024-',
  ])('"%s" is no date', (text) => {
    expect(isPartialDate(text)).toBe(false)
  })
})

describe('the days it can mean', () => {
  test('a year runs from 1 January to 31 December', () => {
    expect([earliestDay('2024'), latestDay('2024')]).toEqual(['2024-01-01', '2024-12-31'])
  })

  test('February ends on the 29th in a leap year only', () => {
    expect([earliestDay('2024-02'), latestDay('2024-02')]).toEqual(['2024-02-01', '2024-02-29'])
    expect(latestDay('2023-02')).toBe('2023-02-28')
  })

  test('a full date means itself, in summer time too', () => {
    expect([earliestDay('2026-03-29'), latestDay('2026-03-29')]).toEqual(['2026-03-29', '2026-03-29'])
  })

  test('text that is no date fails with the value named', () => {
    expect(() => earliestDay('2024-13')).toThrow(/"2024-13"/)
    expect(() => latestDay('soon')).toThrow(/"soon"/)
  })
})
