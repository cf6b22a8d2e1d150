import { Link, useLoaderData } from 'react-router'
import type { components } from '#api/schema.ts'
import { recruitmentStatuses } from '#domain/trial/recruitment-status.ts'
import { paths } from '../../data/paths.ts'
import { searchWith, useTypedSearch } from '../../data/search-params.ts'
import { counted, countText } from '../../format/counts.ts'
import { proseDate } from '../../format/dates.ts'
import { CsvDownload } from '../../ui/csv-download.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { SearchBox } from '../../ui/fields/search-box.tsx'
import { type FilterChip, FilterChips } from '../../ui/filter-chips.tsx'
import { FilterPanel } from '../../ui/filter-panel.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { recruitmentStatusWords } from '../../ui/recruitment-status-tag.tsx'
import { StatusMessage } from '../../ui/status-message.tsx'
import type { loadRecruitmentOverview } from './load-recruitment-overview.ts'
import { ratingLabel } from './rating-label.ts'
import { recruitmentColumns } from './recruitment-columns.tsx'
import { csvHeader, csvRow } from './recruitment-csv.ts'
import {
  countTrials,
  filterTrials,
  type RecruitmentFilters,
  ratings,
  recruitmentFilters,
} from './recruitment-filters.ts'

/** Every trial against its agreed target, the one furthest behind first. */
export function RecruitmentOverviewPage() {
  const { asOf, ratingRule, items } = useLoaderData<typeof loadRecruitmentOverview>()
  const [filters, setFilters] = useTypedSearch(recruitmentFilters)
  const shown = filterTrials(items, filters)
  const chips = chipsOf(filters)
  return (
    <>
      <PageHeading title="Recruitment" caption={`To ${proseDate(asOf)}`} />
      <p>
        The time-adjusted ratio compares the share of the agreed UK target recruited with the share of the planned time
        gone; 0.00 is on plan. {ratingRule}
      </p>
      <div className="app-with-filters">
        <Filters items={items} filters={filters} chosen={chips.length} onChange={setFilters} />
        <div>
          <FilterChips chips={chips} clearAllTo={paths.recruitment} />
          <StatusMessage>
            {countText(shown.length)} of {counted(items.length, 'trial')}
          </StatusMessage>
          {shown.length === 0 ? (
            <NothingFound hasTrials={items.length > 0} />
          ) : (
            <>
              <DataTable
                caption="Recruitment by trial"
                isCaptionHidden
                isDense
                columns={recruitmentColumns}
                rows={shown}
                rowId={(row) => row.trialId}
              />
              <CsvDownload fileName="recruitment.csv" header={csvHeader} rows={shown.map(csvRow)} />
            </>
          )}
        </div>
      </div>
    </>
  )
}

type FiltersProps = {
  readonly items: readonly components['schemas']['RecruitmentRow'][]
  readonly filters: RecruitmentFilters
  readonly chosen: number
  readonly onChange: (patch: Partial<RecruitmentFilters>) => void
}

function Filters({ items, filters, chosen, onChange }: FiltersProps) {
  const counts = countTrials(items, filters)
  return (
    <FilterPanel chosen={chosen}>
      <SearchBox
        label="Trial"
        hint="Title, number or cancer type"
        text={filters.text}
        maxLength={200}
        onSeek={(text) => onChange({ text })}
      />
      <CheckboxList
        label="Rating"
        name="rating"
        choices={ratings.map((rating) => ({
          value: rating,
          label: `${ratingLabel(rating)} (${countText(counts.rating(rating))})`,
        }))}
        values={filters.rating}
        onChange={(values) => onChange({ rating: ratings.filter((rating) => values.includes(rating)) })}
      />
      <CheckboxList
        label="Status of the trial"
        name="status"
        choices={recruitmentStatuses.map((status) => ({
          value: status,
          label: `${recruitmentStatusWords[status].label} (${countText(counts.status(status))})`,
        }))}
        values={filters.status}
        onChange={(values) => onChange({ status: recruitmentStatuses.filter((status) => values.includes(status)) })}
      />
    </FilterPanel>
  )
}

function NothingFound({ hasTrials }: { readonly hasTrials: boolean }) {
  if (!hasTrials) {
    return (
      <EmptyState title="No trial recruits here yet">
        <p>
          Trials appear once they have a site that uses this service or an agreed target, and are rated once a UK target
          is agreed.
        </p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title="No trial matches these filters">
      <p>
        Remove one of the filters above, or <Link to={paths.recruitment}>show all trials</Link>.
      </p>
    </EmptyState>
  )
}

function chipsOf(filters: RecruitmentFilters): readonly FilterChip[] {
  const without = (patch: Partial<RecruitmentFilters>) => searchWith(recruitmentFilters, filters, patch)
  return [
    ...(filters.text === '' ? [] : [{ label: `Text: ${filters.text}`, remove: without({ text: '' }) }]),
    ...filters.rating.map((rating) => ({
      label: `Rating: ${ratingLabel(rating)}`,
      remove: without({ rating: filters.rating.filter((other) => other !== rating) }),
    })),
    ...filters.status.map((status) => ({
      label: `Status: ${recruitmentStatusWords[status].label}`,
      remove: without({ status: filters.status.filter((other) => other !== status) }),
    })),
  ]
}
