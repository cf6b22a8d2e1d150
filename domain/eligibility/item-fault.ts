import type { CalendarDate, PartialDate } from '../identity/calendar-date.ts'
import { displayDate } from '../identity/date-words.ts'
import { earliestDay, isPartialDate, latestDay } from '../identity/partial-date.ts'
import type { PatientRecord } from './patient-record.ts'

/** Why a value is not recorded: where in the request, and what to do about it. */
export interface ItemFault {
  /** JSON pointer into the item, for example "/observedOn". */
  readonly pointer: string
  readonly message: string
}

/** The refusal in words, alike wherever the item is refused, alone or with the others of its request. */
export function describeRefusal(faults: readonly ItemFault[], how: 'alone' | 'together' = 'alone') {
  return {
    kind: 'item-refused',
    title: how === 'alone' ? 'This value cannot be recorded as it is' : 'These values cannot be recorded as they are',
    detail: faults.map(({ message }) => `${message}.`).join(' '),
    remedy: 'Correct what is listed and record it again. Nothing was changed.',
  } as const
}

export function fault(pointer: string, message: string): readonly ItemFault[] {
  return [{ pointer, message }]
}

/** A day on which something was found or done lies within the patient's life and not after today. */
export function dateFaults(
  pointer: string,
  date: PartialDate,
  { bornOn, diedOn }: Pick<PatientRecord, 'bornOn' | 'diedOn'>,
  asOf: CalendarDate,
): readonly ItemFault[] {
  if (!isPartialDate(date)) return fault(pointer, `"${date}" is not a date: give a day that exists, or a year or month`)
  const words = displayDate(date)
  if (earliestDay(date) > asOf)
    return fault(pointer, `${words} is in the future: give a day up to ${displayDate(asOf)}`)
  if (bornOn !== null && latestDay(date) < bornOn) {
    return fault(pointer, `${words} is before the patient was born, on ${displayDate(bornOn)}: check the year`)
  }
  if (diedOn !== null && earliestDay(date) > diedOn) {
    return fault(
      pointer,
      `${words} is after the patient died, on ${displayDate(diedOn)}: check the day and the patient`,
    )
  }
  return []
}
