import { useMemo, useState } from 'react'
import { dutyLabel } from '#domain/access/duty.ts'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { EndDelegation } from './end-delegation-form.tsx'
import { type LogLine, lineColumns } from './line-columns.tsx'
import type { LogChange } from './use-log-change.ts'

type LogTableProps = { readonly lines: readonly LogLine[]; readonly ending: LogChange }

/** The lines that hold or are to come; whoever may end one does it below its row. */
export function LogTable({ lines, ending }: LogTableProps) {
  const [endingId, setEndingId] = useState<string | null>(null)
  const columns = useMemo(
    () => (lines.some(({ mayEnd }) => mayEnd) ? [...lineColumns, endColumn(setEndingId)] : lineColumns),
    [lines],
  )
  const keep = (entryId: string) => {
    setEndingId(null)
    document.getElementById(endButtonId(entryId))?.focus()
  }
  return (
    <DataTable
      caption="Who may do what, from when to when"
      isCaptionHidden
      columns={columns}
      rows={lines}
      rowId={({ entryId }) => entryId}
      detail={(line) =>
        line.entryId === endingId ? (
          <EndDelegation line={line} ending={ending} onKeep={() => keep(line.entryId)} />
        ) : null
      }
    />
  )
}

/** @param onEnd asks why a line is to end */
function endColumn(onEnd: (entryId: string) => void): DataColumn<LogLine> {
  return {
    id: 'end',
    header: 'Change',
    isScreenOnly: true,
    cell: ({ entryId, mayEnd, name, duty }) =>
      mayEnd ? (
        <button type="button" className="app-link-button" id={endButtonId(entryId)} onClick={() => onEnd(entryId)}>
          End
          <span className="nhsuk-u-visually-hidden">
            : {name}, {dutyLabel(duty)}
          </span>
        </button>
      ) : null,
  }
}

function endButtonId(entryId: string): string {
  return `end-${entryId}`
}
