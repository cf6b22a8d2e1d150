import { describe, expect, it } from 'vitest'
import { ageText } from './age.ts'

describe('age', () => {
  it('is in years from the eighteenth birthday', () => {
    expect(ageText('2008-11-18', '2026-11-17')).toBe('17y 11m')
    expect(ageText('2008-11-18', '2026-11-18')).toBe('18y')
    expect(ageText('1945-07-14', '2006-07-14')).toBe('61y')
  })

  it('is in years and months from the second birthday', () => {
    expect(ageText('2024-11-18', '2026-11-17')).toBe('23m 30d')
    expect(ageText('2024-11-18', '2026-11-18')).toBe('2y 0m')
    expect(ageText('2022-10-01', '2026-11-18')).toBe('4y 1m')
  })

  it('is in months and days from the first birthday', () => {
    expect(ageText('2025-11-18', '2026-11-17')).toBe('52w 0d')
    expect(ageText('2025-11-18', '2026-11-18')).toBe('12m 0d')
    expect(ageText('2025-10-13', '2026-11-18')).toBe('13m 5d')
  })

  it('is in weeks and days from 4 weeks, before that in days', () => {
    expect(ageText('2026-10-22', '2026-11-18')).toBe('27d')
    expect(ageText('2026-10-21', '2026-11-18')).toBe('4w 0d')
    expect(ageText('2026-10-20', '2026-11-18')).toBe('4w 1d')
    expect(ageText('2026-11-18', '2026-11-18')).toBe('0d')
  })

  it('says so when the date lies before birth', () => {
    expect(ageText('2026-11-19', '2026-11-18')).toBe('not yet born')
  })
})
