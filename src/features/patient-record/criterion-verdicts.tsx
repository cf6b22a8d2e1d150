import { useMemo } from 'react'
import type { components } from '#api/schema.ts'
import { sentenceCase } from '../../format/sentence-case.ts'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { LongText } from '../../ui/long-text.tsx'
import { markOf, VerdictMark, type VerdictMarkKind } from '../../ui/verdict-mark.tsx'

type CriterionVerdict = components['schemas']['CriterionVerdict']

/** Every criterion: the verdict beside the protocol's own wording, the rule in words, and the evidence. */
export function CriterionVerdicts({ criteria }: { readonly criteria: readonly CriterionVerdict[] }) {
  const ordered = useMemo(() => openFirst(criteria), [criteria])
  if (criteria.length === 0) return <p>No criteria are recorded for this trial. Read its protocol.</p>
  return (
    <>
      <p className="nhsuk-hint app-card__source">
        Not met first, then not known, to read and met. “Met” always means that the criterion does not stop the patient:
        an exclusion is met when it does not apply.
      </p>
      <DataTable
        caption="Criteria one by one"
        isCaptionHidden
        columns={verdictColumns}
        rows={ordered}
        rowId={({ criterionId }) => criterionId}
      />
    </>
  )
}

/** What stops or is open comes before what is met; otherwise the protocol's order stays. */
export function openFirst(criteria: readonly CriterionVerdict[]): readonly CriterionVerdict[] {
  const place = (criterion: CriterionVerdict) => markOrder.indexOf(markOf(criterion))
  return criteria.toSorted((a, b) => place(a) - place(b))
}

const markOrder: readonly VerdictMarkKind[] = ['notMet', 'notKnown', 'toRead', 'met']

/** Beside "Met", the bare word "Exclusion" could be read as the opposite of what it means. */
function kindText({ kind, verdict }: CriterionVerdict): string {
  if (kind === 'notStated') return 'Not stated'
  if (kind === 'inclusion') return 'Inclusion'
  if (verdict === 'unknown') return 'Exclusion'
  return verdict === 'met' ? 'Exclusion, does not apply' : 'Exclusion, applies'
}

const verdictColumns: readonly DataColumn<CriterionVerdict>[] = [
  { id: 'verdict', header: 'Verdict', cell: (criterion) => <VerdictMark mark={markOf(criterion)} /> },
  {
    id: 'text',
    header: 'Protocol wording',
    isRowHeader: true,
    isProse: true,
    cell: ({ text }) => <LongText text={text} />,
  },
  { id: 'kind', header: 'Kind', cell: kindText },
  {
    id: 'rule',
    header: 'Rule in words',
    isProse: true,
    cell: ({ ruleText }) =>
      ruleText === null ? 'Nobody has written a rule: read the wording' : <LongText text={sentenceCase(ruleText)} />,
  },
  {
    id: 'evidence',
    header: 'On the data held',
    isProse: true,
    cell: ({ sentences }) => <Sentences sentences={sentences} />,
  },
]

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return 'Nothing was looked up'
  return (
    <div>
      {sentences.map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
    </div>
  )
}
