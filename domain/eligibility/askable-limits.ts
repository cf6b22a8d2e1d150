import { normaliseUnit, unitsBeside } from '../identity/unit-of-measure.ts'
import { inUnit, type LimitName, type LimitRange, plausibleLimits } from './plausible-limit.ts'
import type { Measure } from './value-shape.ts'

/** A unit that a rule can ask for a measurement in, and what its limit can be in it; both ends inside. */
export interface AskableLimit {
  readonly unit: string
  readonly range: LimitRange
}

/**
 * The units into which a recorded value of the measurement can be converted, those that it is recorded in first, and the
 * limits that can tell one patient from another: what no patient has is a slip of the figure or of the unit.
 */
export function askableLimits(code: string, measure: Measure): readonly AskableLimit[] {
  const [first] = measure.units
  const units = new Set([...measure.units, ...unitsBeside(first, code)])
  const whole = { from: measure.min, to: measure.max }
  return [
    ...[...units].map((unit) => ({ unit, range: inUnit(whole, normaliseUnit(unit), code, measure) })),
    ...multiples('xULN', 'upperLimit', code, measure),
    ...multiples('xLLN', 'lowerLimit', code, measure),
  ]
}

/** From a tenth to a hundred times the limit of normal, as far as patients have such values. */
function multiples(unit: string, name: LimitName, code: string, measure: Measure): readonly AskableLimit[] {
  const { usualRange, units, min, max } = measure
  // Where only high values are abnormal, no report gives a lower limit above zero.
  if (usualRange === null || (name === 'lowerLimit' && usualRange.lower === 0)) return []
  const limit = plausibleLimits(name, units[0], code, measure)
  const from = Math.max(leastMultiple, rounded(min / limit.to))
  const to = Math.min(greatestMultiple, rounded(max / limit.from))
  return [{ unit, range: { from, to } }]
}

const leastMultiple = 0.1
const greatestMultiple = 100

function rounded(multiple: number): number {
  return Number(multiple.toPrecision(3))
}
