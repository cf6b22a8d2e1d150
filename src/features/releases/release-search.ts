import * as v from 'valibot'

const id = v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined)

/** What of the register the address names. */
export const releaseSearch = v.object({
  /** The entry that was published just now. */
  entered: id,
  /** The entry that is to be put right. */
  corrects: id,
})
