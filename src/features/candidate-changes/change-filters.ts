import * as v from 'valibot'

export const newsKinds = ['newTrial', 'nowMayFit', 'noLongerMatches'] as const
export type NewsKind = (typeof newsKinds)[number]

const id = v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined)

/** What the list shows, as it stands in the address. */
export const changeFilters = v.object({
  kind: v.fallback(v.optional(v.picklist(newsKinds)), undefined),
  seen: v.fallback(v.picklist(['unseen', 'all']), 'unseen'),
  trialId: id,
  after: id,
})

export type ChangeFilters = v.InferOutput<typeof changeFilters>
