import type { components } from '#api/schema.ts'
import { countText } from '../format/counts.ts'
import { onlyForCohorts, textWithCohorts } from '../format/only-for-cohorts.ts'
import { suppressedCountText } from '../format/suppressed-count.ts'
import { CohortNote } from './cohort-note.tsx'
import { CsvDownload } from './csv-download.tsx'
import { type DataColumn, DataTable } from './data-table.tsx'
import { FoldOnNarrow } from './fold-on-narrow.tsx'
import { Muted } from './muted.tsx'
import { ShareBar } from './share-bar.tsx'

type Attrition = Pick<components['schemas']['Attrition'], 'considered' | 'steps'>

type AttritionTableProps = {
  readonly attrition: Attrition
  readonly fileName: `${string}.csv`
}

/** One row a criterion in protocol order. The bars only repeat the number of those who remain. */
export function AttritionTable({ attrition, fileName }: AttritionTableProps) {
  const rows = attrition.steps.map((step, index) => ({
    ...step,
    position: index + 1,
    share: shareOf(step.remaining, attrition.considered),
  }))
  return (
    <>
      <FoldOnNarrow label={`Numbers criterion by criterion (${countText(rows.length)})`}>
        <DataTable
          caption="Patients removed, undecided and remaining, criterion by criterion"
          isCaptionHidden
          columns={columns}
          rows={rows}
          rowId={({ criterionId }) => criterionId}
        />
      </FoldOnNarrow>
      <CohortNote steps={rows} />
      <CsvDownload
        fileName={fileName}
        header={['Criterion', 'Kind', 'Removed', 'Of these, not yet', 'Not known', 'To read', 'Remaining']}
        rows={rows.map((row) => [
          textWithCohorts(row),
          kindWords[row.kind],
          suppressedCountText(row.removed),
          suppressedCountText(row.notYet),
          row.ruleText === null ? '' : suppressedCountText(row.undecided),
          row.ruleText === null ? suppressedCountText(row.undecided) : '',
          suppressedCountText(row.remaining),
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

const columns: readonly DataColumn<Row>[] = [
  {
    id: 'criterion',
    header: 'Criterion',
    isRowHeader: true,
    cell: ({ position, text, ruleText, appliesTo }) => (
      <>
        {position}. {text}
        {appliesTo === null ? null : <Muted isBelow>{onlyForCohorts(appliesTo)}</Muted>}
        {ruleText === null ? <Muted isBelow>To read: no rule is held</Muted> : null}
      </>
    ),
  },
  { id: 'kind', header: 'Kind', cell: ({ kind }) => kindWords[kind] },
  { id: 'removed', header: 'Removed', isNumeric: true, cell: (row) => <Removed {...row} /> },
  {
    id: 'undecided',
    header: 'Undecided',
    isNumeric: true,
    cell: ({ undecided, ruleText }) => (
      <>
        {suppressedCountText(undecided)}
        {ruleText === null ? <Muted isBelow>to read</Muted> : null}
      </>
    ),
  },
  {
    id: 'remaining',
    header: 'Remaining',
    isNumeric: true,
    cell: ({ remaining, share }) => (
      <>
        {suppressedCountText(remaining)}
        <ShareBar share={share} />
      </>
    ),
  },
]

/** Those removed only for now are said apart: they can come back. */
function Removed({ class: className, isByCohort, removed, notYet }: Row) {
  if (className === 'advisory') return 'None: advisory'
  if (isByCohort) return 'None: by cohort'
  if (notYet === 0) return suppressedCountText(removed)
  return (
    <>
      {suppressedCountText(removed)}
      <Muted isBelow>not yet: {suppressedCountText(notYet)}</Muted>
    </>
  )
}

function shareOf(remaining: number | null, considered: number | null): number | null {
  if (remaining === null || considered === null) return null
  return considered === 0 ? 0 : Math.min(1, remaining / considered)
}
