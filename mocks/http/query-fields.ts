import * as v from 'valibot'
import { wholeNumber } from './request-fields.ts'

/* Every parameter of an address arrives as a list of texts; these make of it what the contract says it is. */

/** A parameter that stands once. */
export function one<const Schema extends v.GenericSchema<string, unknown>>(schema: Schema) {
  return v.pipe(
    v.array(v.string()),
    v.length(1, 'must be given once'),
    v.transform(([first = '']) => first),
    schema,
  )
}

/** A parameter that may be repeated. */
export function several<const Item extends v.GenericSchema<string, unknown>>(item: Item, max: number) {
  return v.pipe(v.array(item), v.maxLength(max, `must be given at most ${max} times`))
}

export const flag = one(
  v.pipe(
    v.picklist(['true', 'false']),
    v.transform((word) => word === 'true'),
  ),
)

/** How many rows of a list are asked for. */
export const limit = one(
  v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'must be a whole number'), v.transform(Number), wholeNumber(1, 100)),
)
