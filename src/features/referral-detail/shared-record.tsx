import type { components } from '#api/schema.ts'
import { clinicalDate, clinicalInstant } from '../../format/dates.ts'
import { ClinicianVerdict } from '../../ui/clinician-verdict.tsx'
import { CriterionHeadings } from '../../ui/criterion-headings.tsx'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { countedMarkOf, markOf, VerdictMark } from '../../ui/verdict-mark.tsx'

type Shared = components['schemas']['SharedRecord']
type Item = components['schemas']['RecordedItem']
type Criterion = components['schemas']['SharedVerdict']

/** What the site was given, as it was when it was sent; later changes of the patient's record are not in it. */
export function SharedRecord({ record }: { readonly record: Shared }) {
  return (
    <section aria-labelledby="shared-record">
      <h2 className="nhsuk-heading-m" id="shared-record">
        Shared record
      </h2>
      <p>
        As it was on {clinicalInstant(record.sharedAt)}. Cancer type: {record.cancerType?.name ?? 'not recorded'}.
      </p>
      {record.items.length === 0 ? (
        <EmptyState title="No item of the record was shared">
          <p>Only who the patient is was sent. Ask the referrer for what you need.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Items shared"
          isCaptionHidden
          columns={itemColumns}
          rows={record.items}
          rowId={(item) => item.itemId}
        />
      )}
      <h3 className="nhsuk-heading-s">Criteria of the trial as they stood when sent: {record.outcomeLabel}</h3>
      {record.criteria.length === 0 ? (
        <p>No criterion of this trial was recorded.</p>
      ) : (
        <DataTable
          caption="Criteria as they stood when sent"
          isCaptionHidden
          columns={criterionColumns}
          rows={record.criteria}
          rowId={(criterion) => criterion.criterionId}
        />
      )}
    </section>
  )
}

const itemColumns: readonly DataColumn<Item>[] = [
  { id: 'item', header: 'Item', isRowHeader: true, cell: ({ label }) => label },
  {
    id: 'value',
    header: 'Value',
    cell: ({ valueText, isStale, isOvertaken }) => (
      <>
        {valueText} {isStale ? <Tag colour="yellow">Out of date when sent</Tag> : null}{' '}
        {isOvertaken ? <Tag colour="grey">A later record stood in its place</Tag> : null}
      </>
    ),
  },
  { id: 'on', header: 'Date', isUnbroken: true, cell: ({ on }) => clinicalDate(on) },
  { id: 'source', header: 'Source', cell: ({ source }) => source },
]

const kindWords: Readonly<{ [Kind in Criterion['kind']]: string }> = {
  inclusion: 'Inclusion',
  exclusion: 'Exclusion',
  notStated: 'Not stated',
}

function Wording({ headings, text }: Criterion) {
  return (
    <div>
      <CriterionHeadings headings={headings} />
      {text}
    </div>
  )
}

const criterionColumns: readonly DataColumn<Criterion>[] = [
  { id: 'text', header: 'Protocol wording', isRowHeader: true, cell: (criterion) => <Wording {...criterion} /> },
  { id: 'kind', header: 'Kind', cell: ({ kind }) => kindWords[kind] },
  { id: 'verdict', header: 'Verdict', cell: (criterion) => <VerdictMark mark={countedMarkOf(criterion)} /> },
  { id: 'why', header: 'Why', isProse: true, cell: (criterion) => <Why criterion={criterion} /> },
]

/** What the software found, and beside it what a clinician said. */
function Why({ criterion }: { readonly criterion: Criterion }) {
  const { sentences, override } = criterion
  return (
    <>
      {override === null ? null : (
        <div>
          Software: <VerdictMark mark={markOf(criterion)} />
        </div>
      )}
      {sentences.length === 0 ? 'Nothing recorded bears on it' : null}
      {sentences.map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
      {override === null ? null : <ClinicianVerdict override={override} />}
    </>
  )
}
