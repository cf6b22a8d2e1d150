import * as v from 'valibot'
import { requestFaults } from '#domain/access/request-faults.ts'
import { isCalendarDate } from '#domain/identity/calendar-date.ts'

/* The fields that several requests have in common, checked as the contract describes them. */

export const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i, 'must be a uuid'))

/** The version that a change is made from, as the ETag gave it. */
export const ifMatch = v.pipe(v.string(), v.regex(/^"[0-9]{1,9}"$/, requestFaults.ofPattern('^"[0-9]{1,9}"$')))

/** An address with a domain, as the checks of the server's contract have it. */
export const email = v.pipe(
  v.string(),
  v.maxLength(254, 'must have at most 254 characters'),
  v.regex(
    /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i,
    'must be an email address',
  ),
)

export const calendarDate = v.pipe(v.string(), v.check(isCalendarDate, 'must be a date as YYYY-MM-DD'))

/** An instant in UTC, "2026-06-09T18:00:00.000Z". */
export const pastInstant = v.pipe(
  v.string(),
  v.regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?Z$/),
)

export const cancerTypeId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{2,60}$/, 'must be an identifier of a cancer type'))

export function text(min: number, max: number) {
  return v.pipe(
    v.string(),
    v.minLength(min, `must have at least ${min} characters`),
    v.maxLength(max, `must have at most ${max} characters`),
  )
}

/** Both ends included. */
export function wholeNumber(min: number, max: number) {
  return v.pipe(
    v.number(),
    v.integer('must be a whole number'),
    v.minValue(min, `must be at least ${min}`),
    v.maxValue(max, `must be at most ${max}`),
  )
}

/** A list without repetition. */
export function distinct<const Item extends v.GenericSchema>(item: Item, max: number) {
  return v.pipe(
    v.array(item),
    v.maxLength(max, `must have at most ${max} items`),
    v.check((items) => new Set(items).size === items.length, 'must not have the same item twice'),
  )
}
