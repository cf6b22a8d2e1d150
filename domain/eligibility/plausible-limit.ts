import { convertValue } from '../identity/unit-of-measure.ts'
import { fault, type ItemFault } from './item-fault.ts'
import type { NewObservation } from './new-patient-item.ts'
import { knownUnit, unitWords } from './plausible-value.ts'
import type { Measure } from './value-shape.ts'

export type LimitName = 'lowerLimit' | 'upperLimit'

/** Both ends inside. */
export interface LimitRange {
  readonly from: number
  readonly to: number
}

/**
 * What is wrong with the limits of normal that were copied from a report. Criteria multiply them, so a limit in the unit
 * of another laboratory would decide a criterion wrongly without anybody seeing it.
 */
export function limitFaults(item: NewObservation, measure: Measure): readonly ItemFault[] {
  const { lowerLimit, upperLimit } = item
  const faults = [...limitFault('lowerLimit', item, measure), ...limitFault('upperLimit', item, measure)]
  if (faults.length > 0 || lowerLimit === null || upperLimit === null || lowerLimit < upperLimit) return faults
  return fault('/upperLimit', `The upper limit ${upperLimit} is not above the lower limit ${lowerLimit}: swap them`)
}

/**
 * Where a limit of normal that some report prints can lie, in a unit of this measurement. The ends have four significant
 * digits, so that the range that a refusal names is the one that is accepted.
 */
export function plausibleLimits(name: LimitName, unit: string, code: string, measure: Measure): LimitRange {
  return inUnit(inFirstUnit(name, measure), unit, code, measure)
}

function limitFault(name: LimitName, item: NewObservation, measure: Measure): readonly ItemFault[] {
  const limit = item[name]
  if (limit === null) return []
  const words = name === 'lowerLimit' ? 'lower limit' : 'upper limit'
  if (limit < 0) return fault(`/${name}`, `${limit} is below zero: copy the ${words} from the report`)
  if (limit === 0 && name === 'upperLimit')
    return fault(`/${name}`, `${limit} is not above zero: copy the ${words} from the report`)
  const unit = knownUnit(item.unit, measure)
  // The item is refused for its unit already, and there is no range in a unit that nobody knows.
  if (unit === undefined) return []
  const { from, to } = plausibleLimits(name, unit, item.code, measure)
  if (limit >= from && limit <= to) return []
  const range = `plausible is ${from} to ${to} ${unitWords(unit)}`
  return fault(`/${name}`, `${limit} cannot be the ${words} of normal: ${range}. Check the unit and the report`)
}

/** Never outside what a patient can have: a limit that no value reaches would make every value normal. */
function inFirstUnit(name: LimitName, { min, max, usualRange }: Measure): LimitRange {
  if (usualRange === null) return { from: min, to: max }
  const { lower, upper, factor } = usualRange
  // Where only high values are abnormal, a lower limit is printed as 0 or, for children, above that of adults.
  const usual = name === 'lowerLimit' && lower > 0 ? lower : upper
  const least = name === 'lowerLimit' ? lower / factor : upper / factor
  return { from: Math.max(min, least), to: Math.min(max, usual * factor) }
}

/** A range of the first unit in another one. */
export function inUnit({ from, to }: LimitRange, unit: string, code: string, { units }: Measure): LimitRange {
  const converted = (end: number) => {
    const number = convertValue(end, units[0], unit, code)
    // A unit without a conversion is the only one of its measurement.
    return Number((number === 'incompatible' ? end : number).toPrecision(4))
  }
  return { from: converted(from), to: converted(to) }
}
