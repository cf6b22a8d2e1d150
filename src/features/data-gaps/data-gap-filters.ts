import * as v from 'valibot'

/** Whose gaps are shown, as it stands in the address. */
export const dataGapSearch = v.object({
  cancerType: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{2,60}$/))), undefined),
  organisation: v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined),
})

export type DataGapSearch = v.InferOutput<typeof dataGapSearch>
