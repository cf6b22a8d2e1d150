import { displayValue } from './explain-reading.ts'
import { unitSuffix } from './fact-name.ts'
import type { Observation } from './patient-record.ts'
import { boundOf } from './report-bound.ts'

/** "82 ×10⁹/L (150 to 400)", "<5 U/L": the value in its unit, then the limits of the range printed on the report. */
export function quantityText({
  value,
  unit,
  lowerLimit,
  upperLimit,
  detail = {},
}: Pick<Observation, 'value' | 'unit' | 'lowerLimit' | 'upperLimit'> & Partial<Pick<Observation, 'detail'>>): string {
  return `${boundOf({ detail }) ?? ''}${displayValue(value)}${unitSuffix(unit)}${limits(lowerLimit, upperLimit)}`
}

function limits(lower: number | null, upper: number | null): string {
  if (lower !== null && upper !== null) return ` (${lower} to ${upper})`
  if (upper !== null) return ` (up to ${upper})`
  return lower === null ? '' : ` (from ${lower})`
}
