import type { LoaderFunctionArgs } from 'react-router'
import * as v from 'valibot'
import { addressId } from '../../data/address-id.ts'
import { api } from '../../data/api-client.ts'
import { loadCancerTypes } from '../../data/load-cancer-types.ts'
import { parseSearch } from '../../data/search-params.ts'
import { unwrap } from '../../data/unwrap.ts'

const draftSearch = v.object({ from: v.fallback(v.optional(v.string()), undefined) })

/** The cancer types to choose from, and the trial that the draft starts from; null for an empty one. */
export async function loadDraft(args: LoaderFunctionArgs) {
  const { from } = parseSearch(draftSearch, args.url.searchParams)
  const [types, trial] = await Promise.all([loadCancerTypes(args), from === undefined ? null : loadTrial(from, args)])
  return { types, trial }
}

function loadTrial(from: string, { request: { signal } }: LoaderFunctionArgs) {
  return unwrap(api.GET('/trials/{trialId}', { params: { path: { trialId: addressId(from, 'trial') } }, signal }))
}
