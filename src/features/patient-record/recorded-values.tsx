import { type Ref, useImperativeHandle, useMemo } from 'react'
import type { components } from '#api/schema.ts'
import { countText } from '../../format/counts.ts'
import { clinicalDate } from '../../format/dates.ts'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { FoldOnNarrow } from '../../ui/fold-on-narrow.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AddToRecord } from './add-to-record.tsx'
import { ageText } from './age-text.ts'
import { CorrectRow } from './correct-row.tsx'
import type { Addition } from './open-addition.ts'
import { RecordingNews } from './recording-news.tsx'
import { type OpenedForm, openedKindOf, RowActions, RowFormsContext } from './row-actions.tsx'
import { useRecording } from './use-recording.ts'
import { WithdrawnValues } from './withdrawn-values.tsx'

type Patient = components['schemas']['Patient']
type PatientItem = components['schemas']['PatientItem']

/** Opens the form for something that is not recorded yet. */
export type AdditionOpener = { readonly open: (addition: Addition) => void }

type RecordedValuesProps = { readonly patient: Patient; readonly opener: Ref<AdditionOpener> }

const sections = [
  ['diagnosis', 'Diagnosis'],
  ['extent', 'Extent of disease'],
  ['performance', 'Performance status'],
  ['biomarkers', 'Biomarkers'],
  ['treatment', 'Treatment'],
  ['laboratory', 'Laboratory results'],
  ['other', 'Other'],
] as const satisfies readonly [PatientItem['section'], string][]

/**
 * Everything recorded, by section, each value with its date, its source and who recorded it. What is wrong is corrected or
 * taken back where it stands, and what is not there yet is added.
 */
export function RecordedValues({ patient, opener }: RecordedValuesProps) {
  const { patientId, items } = patient
  const { fetcher, opened, setOpened, recorded, heading } = useRecording<OpenedForm>()
  const hasTravelLimit = patient.diedOn === null
  const forms = useMemo(() => ({ opened, onOpen: setOpened, hasTravelLimit }), [opened, setOpened, hasTravelLimit])
  // Asked for twice, it is open already, and has to be in focus again: so each time it is another object.
  useImperativeHandle(opener, () => ({ open: (addition) => setOpened({ ...addition }) }), [setOpened])
  const bySection = Map.groupBy(items, ({ section }) => section)
  return (
    <section aria-labelledby="recorded-values">
      <h2 className="nhsuk-heading-m" id="recorded-values" ref={heading} tabIndex={-1}>
        Recorded values
      </h2>
      <RecordingNews recorded={recorded} />
      <AddToRecord
        patientId={patientId}
        fetcher={fetcher}
        opened={opened === null || 'itemId' in opened ? null : opened}
        onOpen={setOpened}
      />
      <RowFormsContext value={forms}>
        {sections.map(([section, title]) => {
          const rows = bySection.get(section)
          if (rows === undefined) {
            return section === 'other' ? null : (
              <p key={section}>
                <strong>{title}:</strong> nothing recorded
              </p>
            )
          }
          return (
            <FoldOnNarrow key={section} label={`${title} (${countText(rows.length)})`}>
              <DataTable
                caption={title}
                isDense
                columns={itemColumns}
                rows={rows}
                rowId={({ itemId }) => itemId}
                detail={(item) => {
                  const kind = openedKindOf(opened, item.itemId)
                  return kind === null ? null : (
                    <CorrectRow
                      key={kind}
                      patientId={patientId}
                      item={item}
                      items={items}
                      kind={kind}
                      fetcher={fetcher}
                    />
                  )
                }}
              />
            </FoldOnNarrow>
          )
        })}
      </RowFormsContext>
      <WithdrawnValues items={patient.withdrawn} />
    </section>
  )
}

const itemColumns: readonly DataColumn<PatientItem>[] = [
  { id: 'label', header: 'Item', isRowHeader: true, cell: ({ label }) => label },
  { id: 'value', header: 'Value', cell: (item) => <Value {...item} /> },
  { id: 'on', header: 'Date', cell: (item) => <When {...item} /> },
  { id: 'source', header: 'Source', cell: ({ source }) => source },
  { id: 'recordedBy', header: 'Recorded by', cell: ({ recordedBy }) => recordedBy },
  { id: 'change', header: 'Change', isScreenOnly: true, cell: (item) => <RowActions item={item} /> },
]

function Value({ valueText, isOvertaken }: Pick<PatientItem, 'valueText' | 'isOvertaken'>) {
  if (!isOvertaken) return valueText
  return (
    <div>
      {valueText}
      <div>
        <Tag colour="grey">Does not count</Tag> what was recorded later stands against it or in its place
      </div>
    </div>
  )
}

function When({ on, isStale, ageDays, windowDays }: Pick<PatientItem, 'on' | 'isStale' | 'ageDays' | 'windowDays'>) {
  return (
    <div>
      <span className="app-nowrap">{clinicalDate(on)}</span>
      {isStale ? (
        <div>
          <Tag colour="yellow">Out of date</Tag> {ageText({ ageDays, windowDays })}
        </div>
      ) : null}
    </div>
  )
}
