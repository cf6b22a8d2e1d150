import { expect, test } from 'vitest'
import { distanceKm } from './distance.ts'

const leeds = { latitude: 53.8, longitude: -1.55 }
const bristol = { latitude: 51.45, longitude: -2.59 }

test('gives the straight line between two English cities, the same both ways', () => {
  expect(distanceKm(leeds, bristol)).toBeCloseTo(270.6, 0)
  expect(distanceKm(bristol, leeds)).toBe(distanceKm(leeds, bristol))
})

test('is nothing from a place to itself', () => {
  expect(distanceKm(leeds, leeds)).toBe(0)
})

test('is not known where a place is not known, and never zero', () => {
  expect(distanceKm(null, leeds)).toBeNull()
  expect(distanceKm({ latitude: null, longitude: null }, leeds)).toBeNull()
  expect(distanceKm(leeds, { latitude: 51, longitude: null })).toBeNull()
})
