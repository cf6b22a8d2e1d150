import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patientWeight } from './patient-weight.ts'

test('of a patient is always the same, and 0, 1 or 2', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect([0, 1, 2]).toContain(patientWeight(id))
      expect(patientWeight(id)).toBe(patientWeight(id))
    }),
  )
})

test('of ten thousand patients is 1 for half of them, and 0 and 2 for a quarter each', () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`)
  const shares = [0, 1, 2].map((weight) => ids.filter((id) => patientWeight(id) === weight).length / ids.length)
  expect(shares[0]).toBeCloseTo(0.25, 1)
  expect(shares[1]).toBeCloseTo(0.5, 1)
  expect(shares[2]).toBeCloseTo(0.25, 1)
})
