import { describe, expect, it } from 'vitest'
import { displayDate } from './date-words.ts'

describe('a date in a sentence', () => {
  it.each([
    ['2026-08-03', '03-Aug-2026'],
    ['2026-12', 'Dec-2026'],
    ['2026', '2026'],
  ])('%s is written %s', (on, written) => {
    expect(displayDate(on)).toBe(written)
  })
})
