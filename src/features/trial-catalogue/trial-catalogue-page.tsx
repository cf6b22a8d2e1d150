import { Link, useLoaderData, useNavigate, useRouteLoaderData } from 'react-router'
import type { loadCancerTypes } from '../../data/load-cancer-types.ts'
import { searchWith } from '../../data/search-params.ts'
import { useChosen } from '../../data/use-chosen.ts'
import { totalText } from '../../format/counts.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { Pager } from '../../ui/pager.tsx'
import { StatusMessage } from '../../ui/status-message.tsx'
import { CatalogueFilters } from './catalogue-filters.tsx'
import { chosenFilters } from './chosen-filters.ts'
import type { loadTrialCatalogue } from './load-trial-catalogue.ts'
import { trialColumns } from './trial-columns.tsx'
import { type TrialSearch, trialOrder, trialSearch, unfiltered } from './trial-filters.ts'

/** Every trial, open and closed. */
export function TrialCataloguePage() {
  const types = useRouteLoaderData<typeof loadCancerTypes>('trial-catalogue') ?? []
  const { search, page } = useLoaderData<typeof loadTrialCatalogue>()
  const navigate = useNavigate()
  const [chosen, setChosen] = useChosen(search)

  const change = (patch: Partial<TrialSearch>) => {
    const next = { ...chosen, after: undefined, before: undefined, ...patch }
    setChosen(next)
    void navigate(searchWith(trialSearch, next, {}), { preventScrollReset: true })
  }
  const pageTo = (place: Partial<TrialSearch>) =>
    searchWith(trialSearch, search, { after: undefined, before: undefined, ...place })
  const chips = chosenFilters(search, types)
  const clearAllTo = searchWith(trialSearch, search, unfiltered)
  return (
    <>
      <PageHeading title="Trials" />
      <div className="app-with-filters">
        <CatalogueFilters search={chosen} types={types} chosen={chips.length} onChange={change} />
        <div>
          <FilterChips chips={chips} clearAllTo={clearAllTo} />
          <StatusMessage>{`${totalText(page.total)} ${isOne(page.total) ? 'trial' : 'trials'}`}</StatusMessage>
          {page.items.length === 0 ? (
            <EmptyState title="No trials match these filters">
              <p>
                Take a filter away, or <Link to={clearAllTo}>show all trials</Link>.
              </p>
            </EmptyState>
          ) : (
            <>
              <DataTable
                caption="Trials, open and closed"
                isCaptionHidden
                isDense
                columns={trialColumns}
                rows={page.items}
                rowId={({ trialId }) => trialId}
                sort={trialOrder(search)}
                onSort={({ columnId }) => change({ sort: columnId === 'title' ? 'title' : 'lastUpdated' })}
              />
              <Pager
                shown={page.items.length}
                total={page.total}
                what="trials"
                nextTo={page.next === null ? null : pageTo({ after: page.next })}
                previousTo={page.previous === null ? null : pageTo({ before: page.previous })}
              />
            </>
          )}
        </div>
      </div>
    </>
  )
}

function isOne({ count, isCapped }: { count: number; isCapped: boolean }): boolean {
  return count === 1 && !isCapped
}
