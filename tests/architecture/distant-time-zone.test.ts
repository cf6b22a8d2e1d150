import { expect, it } from 'vitest'

it('runs the clinical rules half a day ahead of London', () => {
  const midwinterInLondon = new Date('2026-01-01T12:00:00Z')
  expect(midwinterInLondon.getTimezoneOffset()).toBe(-13 * 60)
  expect(midwinterInLondon.getDate()).toBe(2)
})
