import { useMemo } from 'react'
import { Link, useActionData, useLoaderData } from 'react-router'
import { paths, pathTo } from '../../data/paths.ts'
import { searchWith, useTypedSearch } from '../../data/search-params.ts'
import { useSession } from '../../data/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { IdentityBanner } from '../../ui/identity-banner.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { accessColumns } from './access-columns.tsx'
import { accessFilterChips } from './access-filter-chips.ts'
import { AccessFilterPanel } from './access-filter-panel.tsx'
import { accessFilters } from './access-filters.ts'
import { ExportButton } from './export-button.tsx'
import type { findPatient } from './find-patient.ts'
import type { loadAccessLog } from './load-access-log.ts'
import { PatientFinder } from './patient-finder.tsx'

/** Who saw, searched, changed or was denied what, the newest first. */
export function AccessLogPage() {
  const { filters, page } = useLoaderData<typeof loadAccessLog>()
  const answer = useActionData<typeof findPatient>()
  const { today } = useSession()
  const [chosen, setChosen] = useTypedSearch(accessFilters)
  const columns = useMemo(() => accessColumns(filters), [filters])
  const chips = accessFilterChips(filters, page.person)
  return (
    <>
      {page.patient === null ? null : <IdentityBanner patient={page.patient} today={today} />}
      <PageHeading title={page.patient === null ? 'Access log' : 'Who saw this patient'} documentTitle="Access log">
        {page.patient === null ? null : (
          <Link to={pathTo.accessReport(page.patient.patientId)}>Report for the patient</Link>
        )}
      </PageHeading>
      <p>Who saw, changed or was denied what, and why. That you read this is written down too.</p>
      {page.patient === null ? <PatientFinder answer={answer} /> : null}
      <div className="app-with-filters">
        <AccessFilterPanel
          filters={chosen}
          chosen={chips.length}
          onChange={(patch) => setChosen({ ...patch, after: undefined })}
        />
        <div>
          <FilterChips chips={chips} clearAllTo={paths.accessLog} />
          {page.items.length === 0 ? (
            <EmptyState title="The log holds nothing of this">
              <p>
                {chips.length === 0 ? (
                  'It begins with the first use of this service.'
                ) : (
                  <Link to={paths.accessLog}>Show everything</Link>
                )}
              </p>
            </EmptyState>
          ) : (
            <>
              <DataTable
                caption="Entries, the newest first"
                isCaptionHidden
                isDense
                columns={columns}
                rows={page.items}
                rowId={({ eventId }) => eventId}
              />
              <Pages filters={filters} next={page.next} />
              <ExportButton key={JSON.stringify(filters)} filters={filters} />
            </>
          )}
        </div>
      </div>
    </>
  )
}

type PagesProps = Pick<ReturnType<typeof useLoaderData<typeof loadAccessLog>>, 'filters'> & {
  readonly next: string | null
}

function Pages({ filters, next }: PagesProps) {
  return (
    <p className="app-print-hidden">
      {filters.after === undefined ? null : (
        <>
          <Link to={searchWith(accessFilters, filters, { after: undefined })}>Newest entries</Link>{' '}
        </>
      )}
      {next === null ? null : <Link to={searchWith(accessFilters, filters, { after: next })}>Older entries</Link>}
    </p>
  )
}
