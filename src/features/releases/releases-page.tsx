import { useMemo } from 'react'
import { Link, useLoaderData } from 'react-router'
import { paths } from '../../data/paths.ts'
import { useSession } from '../../data/session.ts'
import { CsvDownload } from '../../ui/csv-download.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import type { loadReleases } from './load-releases.ts'
import { correctedColumns, releaseColumns } from './release-columns.tsx'
import { releaseFileHeader, releaseFileRows } from './release-file.ts'

/** Which de-identified data left which hospital, for whom and what for. Open to everybody. */
export function ReleasesPage() {
  const { items, isCapped, entered } = useLoaderData<typeof loadReleases>()
  const { caller } = useSession()
  const officerOf = caller?.role === 'information-officer' ? (caller.organisation?.organisationId ?? null) : null
  const columns = useMemo(() => releaseColumns(officerOf), [officerOf])
  const standing = items.filter(({ correctedBy }) => correctedBy === null)
  const corrected = items.filter(({ correctedBy }) => correctedBy !== null)
  const reasonOf = new Map(items.map(({ releaseId, reason, recordedAt }) => [releaseId, { reason, recordedAt }]))
  return (
    <>
      <PageHeading title="Register of releases">
        {officerOf === null ? null : (
          <Link className="nhsuk-button app-button-small" to={paths.releaseEntry}>
            Enter a release
          </Link>
        )}
      </PageHeading>
      {entered === null ? null : <Notice kind="success" title={`The release to ${entered.recipient} is published`} />}
      <p>
        Sometimes a hospital gives data to somebody else that does not say who anybody is, such as how many people had a
        rare cancer. This is the list of every time that happened. <Link to={paths.aboutYourData}>About your data</Link>
      </p>
      {items.length === 0 ? (
        <EmptyState title="Nothing has been released">
          <p>No hospital that uses this service has given such data to anybody. If one does, it will be listed here.</p>
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption="Releases, the latest first"
            isCaptionHidden
            columns={columns}
            rows={standing}
            rowId={({ releaseId }) => releaseId}
          />
          {isCapped ? <p>There are older releases than these. Ask the hospital for them.</p> : null}
          {corrected.length === 0 ? null : (
            <DataTable
              caption="Entries that were wrong, as they were first published"
              columns={correctedColumns(reasonOf)}
              rows={corrected}
              rowId={({ releaseId }) => releaseId}
            />
          )}
          <CsvDownload
            fileName="releases.csv"
            header={releaseFileHeader}
            rows={releaseFileRows(items)}
            label="Save the register (CSV)"
          />
        </>
      )}
    </>
  )
}
