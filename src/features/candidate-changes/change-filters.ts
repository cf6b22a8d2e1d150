import * as v from 'valibot'
import { newsKinds } from '#domain/eligibility/news-kinds.ts'

const id = v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined)

/** What the list shows, as it stands in the address. */
export const changeFilters = v.object({
  kind: v.fallback(v.optional(v.picklist(newsKinds)), undefined),
  seen: v.fallback(v.picklist(['unseen', 'all']), 'unseen'),
  trialId: id,
  after: id,
})

export type ChangeFilters = v.InferOutput<typeof changeFilters>
