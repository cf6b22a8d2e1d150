import type { NewObservation } from '#domain/eligibility/new-patient-item.ts'
import {
  fewestMiles,
  isWholeMiles,
  mileUnit,
  mostMiles,
  type TravelReach,
  travelLimitCode,
  travelWords,
} from '#domain/eligibility/travel-limit.ts'
import { parseDateInput } from '../../format/date-input.ts'
import type { EntryFault } from './read-entry.ts'

/** Every field of the form; the number is named as the part of the item that it becomes. */
export const travelLimitFields = ['reach', 'value', 'observedOn', 'source'] as const

export type TravelLimitReading =
  | { readonly kind: 'ok'; readonly item: NewObservation }
  | { readonly kind: 'faulty'; readonly faults: readonly EntryFault[] }

/** What was typed into the form of the travel limit, as the item to be recorded. */
export function readTravelLimit(text: (name: string) => string): TravelLimitReading {
  const reach = readReach(text('reach'), text('value').trim())
  const typedDay = text('observedOn').trim()
  const observedOn = parseDateInput(typedDay)
  const source = text('source').trim()
  const faults: readonly EntryFault[] = [
    ...('fault' in reach ? [reach.fault] : []),
    ...(observedOn === null ? [{ field: 'observedOn', message: dayFault(typedDay) }] : []),
    ...(source === '' ? [{ field: 'source', message: 'Say where the answer comes from' }] : []),
  ]
  if ('fault' in reach || observedOn === null || faults.length > 0) return { kind: 'faulty', faults }
  const replaces = text('replaces')
  return {
    kind: 'ok',
    item: {
      kind: 'observation',
      observationKind: 'preference',
      code: travelLimitCode,
      ...reach,
      lowerLimit: null,
      upperLimit: null,
      observedOn,
      source,
      ...(replaces === '' ? {} : { replaces }),
    },
  }
}

function readReach(reach: string, typed: string): Pick<NewObservation, 'value' | 'unit'> | { fault: EntryFault } {
  if (reach === ('anyDistance' satisfies TravelReach['reach'])) return { value: travelWords.anyDistance, unit: null }
  if (reach === ('notKnown' satisfies TravelReach['reach'])) return { value: travelWords.notKnown, unit: null }
  const miles = /^\d+$/.test(typed) ? Number(typed) : null
  if (miles !== null && isWholeMiles(miles)) return { value: miles, unit: mileUnit }
  const range = `whole miles from ${fewestMiles} to ${mostMiles}, such as 50`
  return { fault: { field: 'value', message: typed === '' ? `Enter ${range}` : `"${typed}" is not ${range}` } }
}

function dayFault(typed: string): string {
  return typed === '' ? 'Enter the date of the answer' : `"${typed}" is not a date: write day, month and year`
}
