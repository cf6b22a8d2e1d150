import type { components } from '#api/schema.ts'
import { counted } from '../../format/counts.ts'
import { clinicalDate } from '../../format/dates.ts'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { Tag } from '../../ui/tag.tsx'

type RecordedItem = components['schemas']['RecordedItem']

const sections = [
  ['diagnosis', 'Diagnosis'],
  ['extent', 'Extent of disease'],
  ['performance', 'Performance status'],
  ['biomarkers', 'Biomarkers'],
  ['treatment', 'Treatment'],
  ['laboratory', 'Laboratory results'],
  ['other', 'Other'],
] as const satisfies readonly [RecordedItem['section'], string][]

/** Everything recorded, by section, each value with its date, its source and who recorded it. */
export function RecordedValues({ items }: { readonly items: readonly RecordedItem[] }) {
  const bySection = Map.groupBy(items, ({ section }) => section)
  return (
    <section aria-labelledby="recorded-values">
      <h2 className="nhsuk-heading-m" id="recorded-values">
        Recorded values
      </h2>
      {sections.map(([section, title]) => {
        const rows = bySection.get(section)
        if (rows !== undefined) {
          return (
            <DataTable
              key={section}
              caption={title}
              isDense
              columns={itemColumns}
              rows={rows}
              rowId={({ itemId }) => itemId}
            />
          )
        }
        return section === 'other' ? null : (
          <p key={section}>
            <strong>{title}:</strong> nothing recorded
          </p>
        )
      })}
    </section>
  )
}

const itemColumns: readonly DataColumn<RecordedItem>[] = [
  { id: 'label', header: 'Item', isRowHeader: true, cell: ({ label }) => label },
  { id: 'value', header: 'Value', cell: (item) => <Value {...item} /> },
  { id: 'on', header: 'Date', cell: (item) => <When {...item} /> },
  { id: 'source', header: 'Source', cell: ({ source }) => source },
  { id: 'recordedBy', header: 'Recorded by', cell: ({ recordedBy }) => recordedBy },
]

function Value({ valueText, isOvertaken }: Pick<RecordedItem, 'valueText' | 'isOvertaken'>) {
  if (!isOvertaken) return valueText
  return (
    <div>
      {valueText}
      <div>
        <Tag colour="grey">Does not count</Tag> a later record stands in its place
      </div>
    </div>
  )
}

function When({ on, isStale, ageDays }: Pick<RecordedItem, 'on' | 'isStale' | 'ageDays'>) {
  return (
    <div>
      <span className="app-nowrap">{clinicalDate(on)}</span>
      {isStale ? (
        <div>
          <Tag colour="yellow">Out of date</Tag>
          {ageDays === null ? null : ` ${counted(ageDays, 'day')} old`}
        </div>
      ) : null}
    </div>
  )
}
