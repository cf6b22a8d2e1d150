import { countText } from '../../format/counts.ts'
import { clinicalDate } from '../../format/dates.ts'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { FoldOnNarrow } from '../../ui/fold-on-narrow.tsx'
import { type LogLine, lineColumns } from './line-columns.tsx'

/** What was on the log before. Nothing is ever taken away from it. */
export function PastLines({ lines }: { readonly lines: readonly LogLine[] }) {
  return (
    <section aria-labelledby="past-lines">
      <h2 className="nhsuk-heading-m" id="past-lines">
        Before
      </h2>
      <FoldOnNarrow label={`Lines that have ended (${countText(lines.length)})`}>
        <DataTable
          caption="Who could do what before"
          isCaptionHidden
          columns={columns}
          rows={lines}
          rowId={({ entryId }) => entryId}
        />
      </FoldOnNarrow>
    </section>
  )
}

const columns: readonly DataColumn<LogLine>[] = [
  ...lineColumns,
  { id: 'ended', header: 'How it ended', isProse: true, cell: ({ ending }) => <Ending ending={ending} /> },
]

function Ending({ ending }: Pick<LogLine, 'ending'>) {
  if (ending === null) return 'Its last day has passed'
  return (
    <div>
      {ending.reason}
      <div>
        {ending.by}, <span className="app-nowrap">{clinicalDate(ending.endedOn)}</span>
      </div>
    </div>
  )
}
