import { useMemo } from 'react'
import { type JoinedSteps, joinSteps } from '#domain/feasibility/joined-steps.ts'
import type { SuppressedStep } from '#domain/feasibility/suppressed-steps.ts'
import { onlyForCohorts, textWithCohorts } from '../../format/only-for-cohorts.ts'
import { draftCountText } from '../../format/suppressed-count.ts'
import { CohortNote } from '../../ui/cohort-note.tsx'
import { CsvDownload } from '../../ui/csv-download.tsx'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { Muted } from '../../ui/muted.tsx'
import { ShareBar } from '../../ui/share-bar.tsx'

type JoinedStepsTableProps = {
  readonly considered: number | null
  readonly steps: readonly SuppressedStep[]
  /** No clinician can have judged its text. */
  readonly isDraft: boolean
  readonly fileName: `${string}.csv`
}

/** Rounded numbers in protocol order. Criteria that these do not tell apart share a row. */
export function JoinedStepsTable({ considered, steps, isDraft, fileName }: JoinedStepsTableProps) {
  const rows = useMemo(
    () =>
      joinSteps(considered, steps).map((joined) => ({
        ...joined,
        removedText: removedText(joined, isDraft),
        share: shareOf(joined.remaining, considered),
      })),
    [considered, steps, isDraft],
  )
  return (
    <>
      <DataTable
        caption="Patients removed, undecided and remaining, criterion by criterion"
        isCaptionHidden
        columns={columns}
        rows={rows}
        rowId={({ steps: [first] }) => first.criterionId}
      />
      <CohortNote steps={steps} />
      <CsvDownload
        fileName={fileName}
        header={['Criteria', 'Kind', 'Removed', 'Not known', 'To read', 'Remaining']}
        rows={rows.map((row) => [
          row.steps.map((step) => `${step.position}. ${textWithCohorts(step)}`).join('; '),
          kindText(row),
          row.removedText,
          isText(row) ? '' : draftCountText(row.undecided),
          isText(row) ? draftCountText(row.undecided) : '',
          draftCountText(row.remaining),
        ])}
      />
    </>
  )
}

type Row = JoinedSteps & {
  readonly removedText: string
  /** Who remains of those considered, from 0 to 1; null where it is not known. */
  readonly share: number | null
}

const columns: readonly DataColumn<Row>[] = [
  {
    id: 'criteria',
    header: 'Criteria',
    isRowHeader: true,
    isProse: true,
    cell: (row) => (
      <>
        {row.steps.length > mostNamed ? (
          <details className="app-more">
            <summary>
              Criteria {row.steps[0].position} to {row.steps.at(-1)?.position}, taken together
            </summary>
            <Texts steps={row.steps} />
          </details>
        ) : (
          <Texts steps={row.steps} />
        )}
        {isText(row) ? <Muted isBelow>To read: no rule is held</Muted> : null}
      </>
    ),
  },
  { id: 'kind', header: 'Kind', cell: kindText },
  {
    id: 'removed',
    isUnbroken: true,
    header: 'Removed',
    isNumeric: true,
    cell: (row) => (
      <>
        {row.removed.least === 0 ? <Muted>{row.removedText}</Muted> : row.removedText}
        {row.steps.length > 1 ? <Muted isBelow>together</Muted> : null}
        {isOnlyForNow(row) ? <Muted isBelow>not yet, may change</Muted> : null}
      </>
    ),
  },
  {
    id: 'undecided',
    isUnbroken: true,
    header: 'Undecided',
    isNumeric: true,
    cell: (row) => (
      <>
        {row.undecided === null ? <Muted>{draftCountText(null)}</Muted> : draftCountText(row.undecided)}
        <Muted isBelow>
          {isText(row) ? 'to read' : 'not known'}
          {row.steps.length > 1 ? ', of each' : ''}
        </Muted>
      </>
    ),
  },
  {
    id: 'remaining',
    isUnbroken: true,
    header: 'Remaining',
    isNumeric: true,
    cell: ({ remaining, share }) => (
      <>
        {remaining === null ? <Muted>{draftCountText(null)}</Muted> : draftCountText(remaining)}
        <ShareBar share={share} />
      </>
    ),
  },
]

/** More criteria in one row are a list of their own, opened on request. */
const mostNamed = 4

function Texts({ steps }: Pick<Row, 'steps'>) {
  return steps.map(({ criterionId, position, text, appliesTo }) => (
    <div key={criterionId}>
      {position}. {text}
      {appliesTo === null ? null : <Muted isBelow>{onlyForCohorts(appliesTo)}</Muted>}
    </div>
  ))
}

const kindWords = { inclusion: 'Inclusion', exclusion: 'Exclusion', notStated: 'Not stated' } as const

function kindText({ steps }: JoinedSteps): string {
  return [...new Set(steps.map(({ kind }) => kindWords[kind]))].join(', ')
}

function removedText(joined: JoinedSteps, isDraft: boolean): string {
  const { steps, removed } = joined
  if (steps.every((step) => step.class === 'advisory')) return 'None: advisory'
  if (steps.every((step) => step.isByCohort)) return 'None: by cohort'
  return isDraft && isText(joined) ? 'None until read' : `${removed.least} to ${removed.most}`
}

function isText({ steps: [first] }: JoinedSteps): boolean {
  return first.ruleText === null
}

function isOnlyForNow({ steps }: JoinedSteps): boolean {
  return steps.every((step) => step.class === 'correctable' || step.class === 'washout')
}

function shareOf(remaining: number | null, considered: number | null): number | null {
  if (remaining === null || considered === null) return null
  return considered === 0 ? 0 : Math.min(1, remaining / considered)
}
