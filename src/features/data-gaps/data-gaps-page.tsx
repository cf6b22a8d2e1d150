import { useMemo, useState } from 'react'
import { Link, useLoaderData, useNavigate } from 'react-router'
import type { components } from '#api/schema.ts'
import { disclosureFootnote } from '#domain/disclosure/disclosure-policy.ts'
import { paths, withSearch } from '../../data/paths.ts'
import { searchWith } from '../../data/search-params.ts'
import { useChosen } from '../../data/use-chosen.ts'
import { countText } from '../../format/counts.ts'
import { proseDate } from '../../format/dates.ts'
import { suppressedCountText } from '../../format/suppressed-count.ts'
import { CancerTypeTree } from '../../ui/cancer-type-tree.tsx'
import { CsvDownload } from '../../ui/csv-download.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { type FilterChip, FilterChips } from '../../ui/filter-chips.tsx'
import { FilterPanel } from '../../ui/filter-panel.tsx'
import { NoTeamOr } from '../../ui/no-team-or.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { StatusMessage } from '../../ui/status-message.tsx'
import { csvHeader, csvRow, dataGapColumns } from './data-gap-columns.tsx'
import { type DataGapSearch, dataGapSearch } from './data-gap-filters.ts'
import { dataGapSentence } from './data-gap-sentence.ts'
import type { loadDataGaps } from './load-data-gaps.ts'

/** Which missing item, once recorded, would move most pairs of a patient and a trial. */
export function DataGapsPage() {
  const { search, gaps, types } = useLoaderData<typeof loadDataGaps>()
  const navigate = useNavigate()
  const [chosen, setChosen] = useChosen(search)
  const change = (patch: Partial<DataGapSearch>) => {
    const next = { ...chosen, ...patch }
    setChosen(next)
    void navigate(searchWith(dataGapSearch, next, {}), { preventScrollReset: true })
  }
  const typeName = types.find(({ cancerTypeId }) => cancerTypeId === search.cancerType)?.name ?? search.cancerType
  const ownName = gaps.organisations.find(({ organisationId }) => organisationId === gaps.organisationId)?.name
  const chips: readonly FilterChip[] = [
    ...(search.organisation === undefined
      ? []
      : [{ label: `Hospital: ${ownName}`, remove: searchWith(dataGapSearch, search, { organisation: undefined }) }]),
    ...(search.cancerType === undefined
      ? []
      : [{ label: `Cancer type: ${typeName}`, remove: searchWith(dataGapSearch, search, { cancerType: undefined }) }]),
  ]
  const choices = gaps.organisations.map(({ organisationId, name }) => ({ value: organisationId, label: name }))
  return (
    <>
      <PageHeading title="Data gaps" caption={`${ownName ?? 'All hospitals'}, ${proseDate(gaps.asOf)}`} />
      <p>
        Missing or out-of-date items that leave open whether a patient fits a trial for his or her cancer. Trials that
        already do not fit, and trials for many cancers, are not counted.
      </p>
      <div className="app-with-filters">
        <FilterPanel chosen={chips.length}>
          {choices.length < 2 ? null : (
            <SelectField
              label="Hospital"
              name="organisation"
              choices={choices}
              emptyLabel="All hospitals"
              value={chosen.organisation ?? ''}
              onChange={({ currentTarget: { value } }) => change({ organisation: value === '' ? undefined : value })}
            />
          )}
          <CancerTypeTree
            label="Rare cancer type"
            types={types}
            selectedId={chosen.cancerType ?? null}
            onSelect={(id) => change({ cancerType: id ?? undefined })}
          />
        </FilterPanel>
        <div>
          <FilterChips chips={chips} clearAllTo={paths.dataGaps} />
          <GapTable gaps={gaps} search={search} />
        </div>
      </div>
    </>
  )
}

/** What helps most stands first, so these are in sight before anybody asks for the others. */
const firstItems = 8

/** "Show all 143 items"; where the service gave only some of them, how many there are. */
function showWords({ items, total }: Gaps): string {
  return items.length === total
    ? `Show all ${countText(total)} items`
    : `Show the first ${countText(items.length)} of ${countText(total)} items`
}

type Gaps = components['schemas']['BlockingItems']

/** The list that holds exactly the patients who are counted. */
function patientsOf({ cancerType }: DataGapSearch) {
  return { candidate: 'incomplete', ...(cancerType === undefined ? {} : { cancerType }) }
}

function GapTable({ gaps, search }: { readonly gaps: Gaps; readonly search: DataGapSearch }) {
  const columns = useMemo(() => dataGapColumns(search, !gaps.isSuppressed), [search, gaps.isSuppressed])
  const [isWhole, setIsWhole] = useState(false)
  const sentence = dataGapSentence(gaps)
  if (gaps.isTooFew) {
    return (
      <EmptyState title="Too few patients to show">
        <p>Fewer than 8 patients are concerned. Choose a wider cancer type, or all hospitals.</p>
      </EmptyState>
    )
  }
  if (sentence === null) {
    return (
      <NoTeamOr>
        <EmptyState title="Nothing missing keeps a trial open here">
          <p>
            {search.cancerType === undefined && search.organisation === undefined ? (
              'Every answer that data could give has been given.'
            ) : (
              <Link to={paths.dataGaps}>Show every cancer type and hospital that you may see</Link>
            )}
          </p>
        </EmptyState>
      </NoTeamOr>
    )
  }
  return (
    <>
      <StatusMessage>{sentence}.</StatusMessage>
      {gaps.isSuppressed ? null : (
        <p>
          <Link to={withSearch(paths.patients, patientsOf(search))}>
            Show the patients with data missing for a trial ({suppressedCountText(gaps.patients)})
          </Link>
        </p>
      )}
      <DataTable
        caption="Missing items, the one that blocks most pairs first"
        isCaptionHidden
        columns={columns}
        rows={isWhole ? gaps.items : gaps.items.slice(0, firstItems)}
        isDense
        rowId={({ key }) => key}
      />
      {gaps.items.length <= firstItems ? null : (
        <p>
          <button
            type="button"
            className="app-link-button"
            aria-expanded={isWhole}
            onClick={() => setIsWhole(!isWhole)}
          >
            {isWhole ? `Show the first ${firstItems} only` : showWords(gaps)}
          </button>
        </p>
      )}
      {gaps.isSuppressed ? <p className="nhsuk-hint">{disclosureFootnote}</p> : null}
      <CsvDownload fileName="data-gaps.csv" header={csvHeader} rows={gaps.items.map(csvRow)} />
    </>
  )
}
