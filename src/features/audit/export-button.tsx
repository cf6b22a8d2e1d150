import { useFetcher } from 'react-router'
import { paths } from '../../data/paths.ts'
import { formatSearch } from '../../data/search-params.ts'
import { counted } from '../../format/counts.ts'
import { CsvDownload } from '../../ui/csv-download.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { StatusMessage } from '../../ui/status-message.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { type AccessFilters, accessFilters } from './access-filters.ts'
import type { exportAccessLog } from './export-access-log.ts'

/** Takes out all that the filters leave, not only this page; then it can be saved as a file. */
export function ExportButton({ filters }: { readonly filters: AccessFilters }) {
  const fetcher = useFetcher<typeof exportAccessLog>()
  const search = formatSearch(accessFilters, { ...filters, after: undefined }).toString()
  const answer = fetcher.data
  const taken = answer?.ok === true ? answer.data : null
  return (
    <div className="app-print-hidden">
      <fetcher.Form method="post" action={paths.accessLogExport}>
        <input type="hidden" name="search" value={search} />
        <SubmitButton isPending={fetcher.state !== 'idle'} kind="secondary" isSmall>
          Take out as a file
        </SubmitButton>
      </fetcher.Form>
      <StatusMessage>{taken === null ? '' : sentence(taken)}</StatusMessage>
      {answer?.ok === false ? <ErrorState problem={answer.problem} /> : null}
      {taken === null ? null : (
        <CsvDownload fileName="access-log.csv" header={taken.header} rows={taken.rows} label="Save the file (CSV)" />
      )}
    </div>
  )
}

function sentence({ rows, isCapped }: { readonly rows: readonly unknown[]; readonly isCapped: boolean }): string {
  const entries = counted(rows.length, 'entry', 'entries')
  return isCapped
    ? `The newest ${entries} are ready. There are more: choose days to take out the others.`
    : `${entries} ${rows.length === 1 ? 'is' : 'are'} ready.`
}
