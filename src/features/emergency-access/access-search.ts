import * as v from 'valibot'

/** Which openings are listed, as it stands in the address. */
export const accessSearch = v.object({
  reviewed: v.fallback(v.optional(v.literal('all')), undefined),
  after: v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined),
})

export type AccessSearch = v.InferOutput<typeof accessSearch>
