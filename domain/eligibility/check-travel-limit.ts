import { fault, type ItemFault } from './item-fault.ts'
import type { NewObservation } from './new-patient-item.ts'
import { fewestMiles, isWholeMiles, mileUnit, mostMiles, travelLimitCode, travelWords } from './travel-limit.ts'

/** Whether it is a whole number of miles, or one of the words that stand for none. */
export function checkTravelLimit(item: NewObservation): readonly ItemFault[] {
  const { code, lowerLimit, upperLimit, detail = {} } = item
  if (code !== travelLimitCode) {
    return fault('/code', `"${code}" is not a known code for a preference: the only one is ${travelLimitCode}`)
  }
  const limit = lowerLimit !== null ? '/lowerLimit' : upperLimit !== null ? '/upperLimit' : null
  return [
    ...valueFaults(item),
    ...(limit === null ? [] : fault(limit, 'A travel limit has no reference range: leave it out')),
    ...Object.keys(detail).flatMap((name) =>
      fault(`/detail/${name}`, `${name} is not a part of a travel limit: leave it out`),
    ),
  ]
}

function valueFaults({ value, unit }: NewObservation): readonly ItemFault[] {
  if (typeof value === 'number') {
    if (!isWholeMiles(value)) return fault('/value', `${value} is not a whole number from ${range}: give it in miles`)
    return unit === mileUnit
      ? []
      : fault(
          '/unit',
          `${unit === null ? 'The unit is missing' : `"${unit}" is not miles`}: give miles, with ${mileUnit} as unit`,
        )
  }
  if (!words.some((word) => word === value)) {
    return fault('/value', `"${value}" is no distance: give whole miles from ${range}, or ${words.join(' or ')}`)
  }
  return unit === null ? [] : fault('/unit', `This value has no unit: leave "${unit}" out`)
}

const range = `${fewestMiles} to ${mostMiles}`
const words: readonly string[] = Object.values(travelWords)
