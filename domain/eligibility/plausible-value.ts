import { convertValue, normaliseUnit } from '../identity/unit-of-measure.ts'
import { unitSuffix } from './fact-name.ts'
import type { Measure } from './value-shape.ts'

export type MeasureFault = { readonly kind: 'unit' | 'range'; readonly message: string }

/**
 * What is wrong with a measurement: a unit that this measurement does not come in, or a value that no patient has.
 * `null` for a value to be kept. Example: platelets 145000 with "10*9/L" is out of range, because it was counted per uL.
 */
export function measureFault(value: number, unit: string | null, code: string, measure: Measure): MeasureFault | null {
  const known = knownUnit(unit, measure)
  if (known === undefined) {
    const asked = measure.units.map(unitWords).join(' or ')
    const given = unit === null ? 'The unit is missing' : `"${unit}" is not a unit of this measurement`
    return { kind: 'unit', message: `${given}: give the value in ${asked}` }
  }
  const [usual] = measure.units
  const inUsual = convertValue(value, known, usual, code)
  // A unit that has no conversion is compared as it is: it is then the only one of its measurement.
  const compared = inUsual === 'incompatible' ? value : inUsual
  if (compared >= measure.min && compared <= measure.max) return null
  const range = `${rangeEnd(measure.min, usual, known, code)} to ${rangeEnd(measure.max, usual, known, code)}`
  const words = `${value} ${unitWords(known)} cannot be right: plausible is ${range}. Check the figure and the unit`
  return { kind: 'range', message: words }
}

/** The unit of this measurement in the spelling of the list; `undefined` for any other. */
export function knownUnit(unit: string | null, { units }: Measure): string | undefined {
  return units.find((each) => unit !== null && normaliseUnit(each) === normaliseUnit(unit))
}

/** As printed; a measurement without a printed unit has the word for it. */
export function unitWords(unit: string): string {
  return unitSuffix(unit).trim() || unit
}

function rangeEnd(end: number, usual: string, unit: string, code: string): string {
  const converted = convertValue(end, usual, unit, code)
  return String(converted === 'incompatible' ? end : Number(converted.toPrecision(4)))
}
