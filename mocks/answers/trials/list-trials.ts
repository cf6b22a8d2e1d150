import type { components, operations } from '#api/schema.ts'
import { ancestorsOf, descendantsOf } from '#domain/cancer/taxonomy.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { isTrialFoundByText } from '#domain/trial/trial-search.ts'
import { compareKeys, compareNames } from '../../paging/compare-keys.ts'
import { pageOf, totalOf } from '../../paging/page-of.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldTrialSites } from '../../state/held-trial.ts'
import { lastUpdatedOn, trialRow } from './trial-row.ts'

type Query = NonNullable<operations['listTrials']['parameters']['query']>

const usualLimit = 25

/** A page of the trial catalogue, open and closed. */
export function listTrials(
  { trials }: DemonstrationState,
  query: Query,
  asOf: CalendarDate,
): components['schemas']['TrialPage'] {
  const { after, before, limit = usualLimit, sort = 'lastUpdated' } = query
  const rows = [...trials.values()].filter((trial) => isAskedFor(trial, query))
  const listing = {
    rows,
    find: (id: string) => trials.get(id),
    idOf: ({ trialId }: HeldTrialSites) => trialId,
    compare: comparisons[sort],
  }
  const page = pageOf(listing, { after, before, limit })
  const items = page.items.map((trial) => trialRow(trial, asOf))
  return { items, total: totalOf(rows), next: page.next, previous: page.previous }
}

function isAskedFor({ record, sites, search }: HeldTrialSites, query: Query): boolean {
  const { text, cancerTypeId, recruiting, country } = query
  const isOpen = record.recruitmentStatus === 'open'
  return (
    (text === undefined || isTrialFoundByText(search, text)) &&
    (cancerTypeId === undefined || takesThisCancer(record.cancerTypeIds, cancerTypeId)) &&
    (recruiting === undefined || isOpen === (recruiting === 'open')) &&
    (country === undefined || sites.some(({ countryCode }) => countryCode === country))
  )
}

/** Trials for the type itself, for its parts, and for the wider groups that include it. */
function takesThisCancer(cancerTypeIds: readonly string[], asked: string): boolean {
  const related = [...descendantsOf(asked), ...ancestorsOf(asked)].map(({ id }) => id)
  return cancerTypeIds.some((id) => id === asked || related.includes(id))
}

/** A trial without a date sorts as the oldest; the title as an English reader expects. */
const comparisons: Readonly<Record<NonNullable<Query['sort']>, (a: HeldTrialSites, b: HeldTrialSites) => number>> = {
  lastUpdated: (a, b) =>
    compareKeys(lastUpdatedOn(b.record) ?? '', lastUpdatedOn(a.record) ?? '') || compareKeys(b.trialId, a.trialId),
  title: (a, b) => compareNames(a.record.title, b.record.title) || compareKeys(a.trialId, b.trialId),
}
