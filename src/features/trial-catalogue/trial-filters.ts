import * as v from 'valibot'
import type { operations } from '#api/schema.ts'
import type { Sort } from '../../ui/sort-header.tsx'

type TrialQuery = NonNullable<operations['listTrials']['parameters']['query']>

/** What the box for text takes, as the API does. */
export const longestText = 200
const pageSize = 25

const optional = <Entry extends v.GenericSchema<unknown, string>>(entry: Entry) =>
  v.fallback(v.optional(entry), undefined)
const trialId = v.pipe(v.string(), v.uuid())

/** The filters in the address. The text is about trials, never about a person, so it may stand there. */
export const trialSearch = v.object({
  text: optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestText))),
  cancerType: optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{2,60}$/))),
  recruiting: optional(v.picklist(['open', 'notOpen'])),
  country: optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
  sort: v.fallback(v.picklist(['lastUpdated', 'title']), 'lastUpdated'),
  after: optional(trialId),
  before: optional(trialId),
})

export type TrialSearch = v.InferOutput<typeof trialSearch>

/** What the API is asked for; what is not set is left out. */
export function trialQuery({ text, cancerType, recruiting, country, sort, after, before }: TrialSearch): TrialQuery {
  return {
    ...(text === undefined ? {} : { text }),
    ...(cancerType === undefined ? {} : { cancerTypeId: cancerType }),
    ...(recruiting === undefined ? {} : { recruiting }),
    ...(country === undefined ? {} : { country }),
    sort,
    ...(after === undefined ? {} : { after }),
    ...(before === undefined || after !== undefined ? {} : { before }),
    limit: pageSize,
  }
}

/** The newest change first, or titles from A to Z: each order runs one way only. */
export function trialOrder({ sort }: Pick<TrialSearch, 'sort'>): Sort {
  return { columnId: sort, direction: sort === 'title' ? 'ascending' : 'descending' }
}

/** No filter set; the order stays. */
export const unfiltered: Partial<TrialSearch> = {
  text: undefined,
  cancerType: undefined,
  recruiting: undefined,
  country: undefined,
  after: undefined,
  before: undefined,
}
