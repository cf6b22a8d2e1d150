import type { CalendarDate } from '../identity/calendar-date.ts'
import type { PatientFacts } from './patient-facts.ts'
import type { Observation } from './patient-record.ts'

/** The preference under which it is recorded: a number of miles, or one of the words. */
export const travelLimitCode = 'travel-limit'
/** The international mile in UCUM. */
export const mileUnit = '[mi_i]'
/** In whole miles, both ends inside; the British mainland is 600 long. */
export const fewestMiles = 1
export const mostMiles = 1000

/** What may be recorded in the place of a number. "not-known" takes back what was recorded before. */
export const travelWords = { anyDistance: 'any-distance', notKnown: 'not-known' } as const

export interface TravelReach {
  readonly reach: 'upTo' | 'anyDistance' | 'notKnown'
  /** The furthest that the patient would go; null where that is no number. */
  readonly miles: number | null
}

/** How far the patient would go for a trial, as recorded last. */
export interface TravelLimit extends TravelReach {
  /** The row that a correction replaces. */
  readonly itemId: string
  readonly on: CalendarDate
  readonly source: string
  readonly recordedBy: string
}

/** `null` where nothing was ever recorded, which is neither near nor far, and where the record is sensitive. */
export function travelLimitOf({
  travelLimit,
  isSensitive,
}: Pick<PatientFacts, 'travelLimit' | 'isSensitive'>): TravelLimit | null {
  if (travelLimit === null || isSensitive) return null
  const { rowId, on, source, recordedBy } = travelLimit
  return { itemId: rowId, ...travelReach(travelLimit), on, source, recordedBy }
}

/** A value that cannot be read is not known: it never counts as a distance. */
export function travelReach({ value, unit }: Pick<Observation, 'value' | 'unit'>): TravelReach {
  if (isWholeMiles(value) && unit === mileUnit) return { reach: 'upTo', miles: value }
  return { reach: value === travelWords.anyDistance ? 'anyDistance' : 'notKnown', miles: null }
}

export function isWholeMiles(value: Observation['value']): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= fewestMiles && value <= mostMiles
}

/** "Up to 50 miles", "Any distance", "Not known". */
export function travelReachText({ reach, miles }: TravelReach): string {
  if (reach === 'anyDistance') return 'Any distance'
  return miles === null ? 'Not known' : `Up to ${milesText(miles)}`
}

export function milesText(miles: number): string {
  return miles === 1 ? '1 mile' : `${miles} miles`
}
