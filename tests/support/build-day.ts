import fc from 'fast-check'
import { addDays, type CalendarDate } from '../../domain/identity/calendar-date.ts'

/** The ends of the usual window of 28 days and of one of 14, a day beyond each, and a day that has yet to come. */
export function dayOfWindow(asOf: CalendarDate): fc.Arbitrary<CalendarDate> {
  return fc.constantFrom(0, 0, 5, 14, 14, 15, 28, 28, 29, -1).map((days) => addDays(asOf, -days))
}

/** Of one patient in eight it is not known. */
export function orNothing<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.oneof({ weight: 7, arbitrary }, { weight: 1, arbitrary: fc.constant(null) })
}
