import { useMemo } from 'react'
import type { components } from '#api/schema.ts'
import { suppressedCountText, type WriteCount } from '../format/suppressed-count.ts'
import { CsvDownload } from './csv-download.tsx'
import { type DataColumn, DataTable } from './data-table.tsx'

type Attrition = Pick<components['schemas']['Attrition'], 'considered' | 'steps'>

type AttritionTableProps = {
  readonly attrition: Attrition
  readonly fileName: `${string}.csv`
  readonly writeCount?: WriteCount
}

/** One row a criterion in protocol order. The bars only repeat the number of those who remain. */
export function AttritionTable({ attrition, fileName, writeCount = suppressedCountText }: AttritionTableProps) {
  const columns = useMemo(() => columnsBy(writeCount), [writeCount])
  const rows = attrition.steps.map((step, index) => ({
    ...step,
    position: index + 1,
    share: shareOf(step.remaining, attrition.considered),
  }))
  return (
    <>
      <DataTable
        caption="Patients removed, undecided and remaining, criterion by criterion"
        isCaptionHidden
        columns={columns}
        rows={rows}
        rowId={({ criterionId }) => criterionId}
      />
      <CsvDownload
        fileName={fileName}
        header={['Criterion', 'Kind', 'Removed', 'Of these, not yet', 'Not known', 'Remaining']}
        rows={rows.map((row) => [
          row.text,
          kindWords[row.kind],
          writeCount(row.removed),
          writeCount(row.notYet),
          writeCount(row.undecided),
          writeCount(row.remaining),
        ])}
      />
    </>
  )
}

type Row = components['schemas']['AttritionStep'] & {
  readonly position: number
  /** Of those considered, from 0 to 1; null where a number is suppressed. */
  readonly share: number | null
}

const kindWords = { inclusion: 'Inclusion', exclusion: 'Exclusion', notStated: 'Not stated' } as const

function columnsBy(writeCount: WriteCount): readonly DataColumn<Row>[] {
  return [
    {
      id: 'criterion',
      header: 'Criterion',
      isRowHeader: true,
      cell: ({ position, text, ruleText }) => (
        <>
          {position}. {text}
          {ruleText === null ? <span className="nhsuk-hint">To read: no rule is held</span> : null}
        </>
      ),
    },
    { id: 'kind', header: 'Kind', cell: ({ kind }) => kindWords[kind] },
    { id: 'removed', header: 'Removed', isNumeric: true, cell: (row) => <Removed {...row} writeCount={writeCount} /> },
    { id: 'undecided', header: 'Not known', isNumeric: true, cell: ({ undecided }) => writeCount(undecided) },
    {
      id: 'remaining',
      header: 'Remaining',
      isNumeric: true,
      cell: ({ remaining, share }) => (
        <>
          {writeCount(remaining)}
          <Bar share={share} />
        </>
      ),
    },
  ]
}

/** Those removed only for now are said apart: they can come back. */
function Removed({ class: className, removed, notYet, writeCount }: Row & { readonly writeCount: WriteCount }) {
  if (className === 'advisory') return 'None: advisory'
  if (notYet === 0) return writeCount(removed)
  return (
    <>
      {writeCount(removed)}
      <span className="nhsuk-hint">not yet: {writeCount(notYet)}</span>
    </>
  )
}

function Bar({ share }: { readonly share: number | null }) {
  if (share === null) return <div className="app-bar app-bar--suppressed" aria-hidden="true" />
  return (
    <div className="app-bar" aria-hidden="true">
      <div className="app-bar__fill" style={{ inlineSize: `${share * 100}%` }} />
    </div>
  )
}

function shareOf(remaining: number | null, considered: number | null): number | null {
  if (remaining === null || considered === null) return null
  return considered === 0 ? 0 : Math.min(1, remaining / considered)
}
