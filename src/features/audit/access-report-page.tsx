import { Link, useLoaderData } from 'react-router'
import type { components } from '#api/schema.ts'
import { paths, withSearch } from '../../data/paths.ts'
import { proseDate } from '../../format/dates.ts'
import { nhsNumberText } from '../../format/nhs-number.ts'
import { patientName } from '../../format/person-name.ts'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import type { loadAccessReport } from './load-access-report.ts'

/** The answer to a patient who asks who has seen the record: to be printed, in the patient's words. */
export function AccessReportPage() {
  const { patient, madeOn, entries, isCapped } = useLoaderData<typeof loadAccessReport>()
  const { patientId, name, bornOn, nhsNumber, organisation } = patient
  return (
    <>
      <p className="app-print-hidden">
        <Link to={withSearch(paths.accessLog, { patient: patientId })}>Back to the access log</Link>
      </p>
      <PageHeading title="Who has seen your record" documentTitle="Access report">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary app-button-small app-print-hidden"
          onClick={() => window.print()}
        >
          Print
        </button>
      </PageHeading>
      <SummaryList
        rows={[
          { label: 'Name', value: patientName(name) },
          { label: 'Date of birth', value: proseDate(bornOn) },
          { label: 'NHS number', value: nhsNumberText(nhsNumber) },
          { label: 'Hospital', value: organisation.name },
          { label: 'Report made on', value: proseDate(madeOn) },
        ]}
      />
      <p>
        Your hospital uses this service to find out whether a research trial could suit you. Everybody who opens your
        record in it leaves a note. This is the list of those notes, the newest first: what kind of person it was, where
        they work, what they did and why they were allowed to. “Saw your name in a list” means that you were one of
        several people on the screen.
      </p>
      {entries.length === 0 ? (
        <EmptyState title="Nobody has opened your record in this service">
          <p>There are no notes about you.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Who has seen your record, the newest first"
          isCaptionHidden
          columns={columns}
          rows={entries}
          rowId={(entry) => JSON.stringify(entry)}
        />
      )}
      {isCapped ? <p>There are older notes than these. Ask for them if you would like to see them.</p> : null}
      <p>
        If something here surprises you, ask the privacy officer of your hospital. You have a right to an answer, and
        asking makes no difference to your care.
      </p>
    </>
  )
}

const columns: readonly DataColumn<components['schemas']['AccessReportEntry']>[] = [
  { id: 'on', header: 'Date', isRowHeader: true, cell: ({ on }) => proseDate(on) },
  {
    id: 'who',
    header: 'Who',
    cell: ({ who, organisation }) => (organisation === null ? who : `${who}, ${organisation}`),
  },
  {
    id: 'what',
    header: 'What they did',
    isProse: true,
    cell: ({ what, times }) => (times === 1 ? what : `${what} (${times} times)`),
  },
  { id: 'why', header: 'Why', isProse: true, cell: ({ why }) => why },
]
