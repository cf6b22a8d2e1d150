import { Link, useLoaderData } from 'react-router'
import type { components } from '#api/schema.ts'
import { capacitiesOfRole } from '#domain/referral/referral-actor.ts'
import { paths } from '../../data/paths.ts'
import { searchWith, useTypedSearch } from '../../data/search-params.ts'
import { useSession } from '../../data/session.ts'
import { clockWords } from '../../ui/clock-tag.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { NoTeamOr } from '../../ui/no-team-or.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Tile } from '../../ui/tile.tsx'
import type { loadReferralWorklist } from './load-referral-worklist.ts'
import { columnsOfReferrer, columnsOfSite } from './referral-columns.tsx'
import { referralFilterChips } from './referral-filter-chips.ts'
import { ReferralFilterPanel } from './referral-filter-panel.tsx'
import { clockStates, fromFirstPage, type ReferralFilters, referralFilters, referralSorts } from './referral-filters.ts'
import { WaitingForDelegate } from './waiting-for-delegate.tsx'

/** The referrals of an organisation, what is most overdue first. */
export function ReferralWorklistPage() {
  const page = useLoaderData<typeof loadReferralWorklist>()
  const [filters, setFilters] = useTypedSearch(referralFilters)
  const { caller } = useSession()
  const isReferrer = caller !== null && capacitiesOfRole(caller.role).includes('referrer')
  const to = (patch: Partial<ReferralFilters>) => searchWith(referralFilters, filters, { ...fromFirstPage, ...patch })
  const chips = referralFilterChips(filters)
  return (
    <>
      <PageHeading title="Referrals" />
      <WaitingForDelegate count={page.waitingForDelegate ?? 0} />
      <ClockTiles counts={page.counts.clock} to={to} />
      <div className="app-with-filters">
        <ReferralFilterPanel
          filters={filters}
          counts={page.counts}
          hasScope={isReferrer}
          chosen={chips.length}
          onChange={setFilters}
        />
        <div>
          <FilterChips chips={chips} clearAllTo={paths.referrals} />
          {page.items.length === 0 ? (
            <NoTeamOr>
              <NothingFound isFiltered={chips.length > 0} isPaged={isLaterPage(filters)} firstPage={to({})} />
            </NoTeamOr>
          ) : (
            <>
              <SelectField
                label="Order"
                name="sort"
                choices={referralSorts.map((sort) => ({ value: sort, label: sortWords[sort] }))}
                value={filters.sort}
                onChange={(event) => setFilters({ ...fromFirstPage, sort: sortOf(event.currentTarget.value) })}
              />
              <DataTable
                caption="Referrals"
                isCaptionHidden
                isDense
                columns={isReferrer ? columnsOfReferrer : columnsOfSite}
                rows={page.items}
                rowId={(row) => row.referralId}
              />
              <Pager
                shown={page.items.length}
                total={page.total}
                what="referrals"
                nextTo={page.next === null ? null : to({ after: page.next })}
                previousTo={page.previous === null ? null : to({ before: page.previous })}
              />
            </>
          )}
        </div>
      </div>
    </>
  )
}

type ClockTilesProps = {
  readonly counts: components['schemas']['ReferralPage']['counts']['clock']
  readonly to: (patch: Partial<ReferralFilters>) => string
}

/** How many referrals stand where; each number opens the list behind it. */
function ClockTiles({ counts, to }: ClockTilesProps) {
  return (
    <ul className="app-tiles">
      {clockStates.map((state) => {
        const found = counts.find(({ value }) => value === state)
        if (found === undefined) return null
        return (
          <li key={state}>
            <Tile
              label={clockWords[state].label}
              count={found.count}
              to={to({ clock: [state] })}
              isUrgent={state === 'escalated' || state === 'overdue'}
            />
          </li>
        )
      })}
    </ul>
  )
}

type NothingFoundProps = { readonly isFiltered: boolean; readonly isPaged: boolean; readonly firstPage: string }

function NothingFound({ isFiltered, isPaged, firstPage }: NothingFoundProps) {
  if (isPaged) {
    return (
      <EmptyState title="There are no referrals on this page">
        <p>
          The list has changed since the link to this page was made. <Link to={firstPage}>Go to the first page</Link>.
        </p>
      </EmptyState>
    )
  }
  if (isFiltered) {
    return (
      <EmptyState title="No referral matches these filters">
        <p>
          Remove one of the filters above, or <Link to={paths.referrals}>show all referrals under way</Link>.
        </p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title="No referral is under way">
      <p>Referrals appear here once one has been started or received. Those that have ended can be included.</p>
    </EmptyState>
  )
}

function isLaterPage({ after, before }: ReferralFilters): boolean {
  return after !== undefined || before !== undefined
}

const sortWords = {
  dueOn: 'Most overdue first',
  sentOn: 'Sent last first',
  lastEvent: 'Changed last first',
} as const satisfies Record<ReferralFilters['sort'], string>

function sortOf(value: string): ReferralFilters['sort'] {
  return referralSorts.find((sort) => sort === value) ?? 'dueOn'
}
