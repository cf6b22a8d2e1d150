import { convertValue, normaliseUnit } from '../identity/unit-of-measure.ts'
import type { Reading } from './patient-facts.ts'

/**
 * The number of a reading in the unit asked for, or null where it is a word or the units cannot be converted. Units
 * outside the conversion list ("ratio", "plus", "IRS") are good only for themselves; a ratio may come without a unit.
 */
export function numberIn(reading: Pick<Reading, 'value' | 'unit'>, unit: string, analyte: string): number | null {
  if (typeof reading.value !== 'number') return null
  const recordedUnit = reading.unit ?? (unit === 'ratio' ? 'ratio' : null)
  if (recordedUnit === null) return null
  if (normaliseUnit(recordedUnit) === normaliseUnit(unit)) return reading.value
  const converted = convertValue(reading.value, recordedUnit, unit, analyte)
  return converted === 'incompatible' ? null : converted
}
