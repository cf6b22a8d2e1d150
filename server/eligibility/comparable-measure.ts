import { numberIn } from '#domain/eligibility/number-in-unit.ts'
import { convertValue, normaliseUnit } from '#domain/identity/unit-of-measure.ts'

/** A number in the one unit in which all numbers of its kind are compared. */
export interface Measure {
  readonly number: number
  readonly unit: string
}

/**
 * The number in the base unit of its kind: 1.5 g/dL and 15 g/L are both 15000 mg/L. A unit that is in no conversion list
 * ("plus", "ratio") stays as it is.
 */
export function comparableMeasure(value: number, unit: string): Measure {
  for (const base of baseUnits) {
    const number = convertValue(value, unit, base)
    if (number !== 'incompatible') return { number, unit: base }
  }
  return { number: value, unit: normaliseUnit(unit) }
}

/** The limit in every unit that a result of the analyte may be held in: also in moles, where its mass is known. */
export function comparableLimits(limit: number, unit: string, analyte: string): readonly Measure[] {
  const own = comparableMeasure(limit, unit)
  const others = baseUnits.flatMap((base) => {
    const number = base === own.unit ? null : numberIn({ value: limit, unit }, base, analyte)
    return number === null ? [] : [{ number, unit: base }]
  })
  return [own, ...others]
}

const baseUnits = ['mg/L', 'umol/L', '10*6/L', 'U/L', 'kg', 'cm', 'ms', 'mL/min', '%', 'mm[Hg]']
