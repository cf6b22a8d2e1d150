import { isCalendarDate } from '../identity/calendar-date.ts'
import { checkTravelLimit } from './check-travel-limit.ts'
import { findingShape } from './finding-shape.ts'
import { fault, type ItemFault } from './item-fault.ts'
import type { NewObservation } from './new-patient-item.ts'
import { limitFaults } from './plausible-limit.ts'
import { measureFault } from './plausible-value.ts'
import type { ValueShape } from './value-shape.ts'

/** Whether code, value, unit, reference limits and further parts are ones that the record has words for. */
export function checkNewObservation(item: NewObservation): readonly ItemFault[] {
  const { observationKind, code, detail = {} } = item
  if (observationKind === 'preference') return checkTravelLimit(item)
  const shape = findingShape(observationKind, code)
  if (shape === null) {
    const kind = observationKind.replaceAll('-', ' ')
    return fault('/code', `"${code}" is not a known code for ${kind}: choose it from the list of what would settle it`)
  }
  const details = Object.entries(detail).flatMap(([name, value]) => {
    const known = shape.details[name]
    if (known === undefined) return fault(`/detail/${name}`, `${name} is not a part of this finding: leave it out`)
    return valueFaults(`/detail/${name}`, value, known)
  })
  return [...mainFaults(item, shape.value), ...details]
}

function mainFaults(item: NewObservation, shape: ValueShape): readonly ItemFault[] {
  const { value, unit, code } = item
  if (shape.kind !== 'measure') return [...valueFaults('/value', value, shape), ...unitlessFaults(item)]
  if (typeof value !== 'number') return fault('/value', `"${value}" is not a number: give the figure of the report`)
  const found = measureFault(value, unit, code, shape.measure)
  const main = found === null ? [] : fault(found.kind === 'unit' ? '/unit' : '/value', found.message)
  return [...main, ...limitFaults(item, shape.measure)]
}

/** A word has neither a unit nor a reference range; "qual" is how laboratories mark it as a word. */
function unitlessFaults({ unit, lowerLimit, upperLimit }: NewObservation): readonly ItemFault[] {
  if (unit !== null && unit !== 'qual') return fault('/unit', `This value has no unit: leave "${unit}" out`)
  if (lowerLimit === null && upperLimit === null) return []
  return fault(lowerLimit === null ? '/upperLimit' : '/lowerLimit', 'This value has no reference range: leave it out')
}

function valueFaults(pointer: string, value: string | number | boolean, shape: ValueShape): readonly ItemFault[] {
  switch (shape.kind) {
    case 'choice': {
      if (shape.choices.some((choice) => choice.value === value)) return []
      return fault(pointer, `"${value}" is not one of ${shape.choices.map(({ value: word }) => word).join(', ')}`)
    }
    case 'date':
      return typeof value === 'string' && isCalendarDate(value)
        ? []
        : fault(pointer, `"${value}" is not a day that exists: give it as YYYY-MM-DD`)
    case 'number':
    case 'measure': {
      const { min, max } = shape.kind === 'number' ? shape : shape.measure
      return typeof value === 'number' && value >= min && value <= max
        ? []
        : fault(pointer, `${value} cannot be right: give a number from ${min} to ${max}`)
    }
  }
}
