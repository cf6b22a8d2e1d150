import { useMemo } from 'react'
import type { components } from '#api/schema.ts'
import { counted } from '../../format/counts.ts'
import { clinicalDate } from '../../format/dates.ts'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { StatusMessage } from '../../ui/status-message.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AddTreatment } from './add-treatment.tsx'
import { CorrectRow } from './correct-row.tsx'
import { RecordedSection } from './recorded-section.tsx'
import { type OpenedForm, RowActions, RowFormsContext } from './row-actions.tsx'
import { changeSentence } from './settle-sentences.ts'
import { useRecording } from './use-recording.ts'
import { WithdrawnValues } from './withdrawn-values.tsx'

type Patient = components['schemas']['Patient']
type PatientItem = components['schemas']['PatientItem']

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
 * taken back where it stands, and a treatment is added.
 */
export function RecordedValues({ patient }: { readonly patient: Patient }) {
  const { patientId, items } = patient
  const { fetcher, opened, setOpened, recorded, heading } = useRecording<OpenedForm>()
  const hasTravelLimit = patient.diedOn === null
  const forms = useMemo(() => ({ opened, onOpen: setOpened, hasTravelLimit }), [opened, setOpened, hasTravelLimit])
  const bySection = Map.groupBy(items, ({ section }) => section)
  return (
    <section aria-labelledby="recorded-values">
      <h2 className="nhsuk-heading-m" id="recorded-values" ref={heading} tabIndex={-1}>
        Recorded values
      </h2>
      <StatusMessage isHidden={recorded === null}>{recorded === null ? '' : changeSentence(recorded)}</StatusMessage>
      <RowFormsContext value={forms}>
        {sections.map(([section, title]) => {
          const rows = bySection.get(section)
          const addTreatment =
            section === 'treatment' ? (
              <AddTreatment
                patientId={patientId}
                fetcher={fetcher}
                isOpen={opened?.kind === 'treatment'}
                onToggle={() => setOpened(opened?.kind === 'treatment' ? null : { kind: 'treatment' })}
              />
            ) : null
          if (rows === undefined) {
            return section === 'other' ? null : (
              <div key={section}>
                <p>
                  <strong>{title}:</strong> nothing recorded
                </p>
                {addTreatment}
              </div>
            )
          }
          return (
            <RecordedSection key={section} title={title} count={rows.length}>
              <DataTable
                caption={title}
                isDense
                columns={itemColumns}
                rows={rows}
                rowId={({ itemId }) => itemId}
                detail={(item) =>
                  opened?.kind !== 'treatment' && opened?.itemId === item.itemId ? (
                    <CorrectRow
                      key={opened.kind}
                      patientId={patientId}
                      item={item}
                      items={items}
                      kind={opened.kind}
                      fetcher={fetcher}
                    />
                  ) : null
                }
              />
              {addTreatment}
            </RecordedSection>
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
        <Tag colour="grey">Does not count</Tag> a later record stands in its place
      </div>
    </div>
  )
}

function When({ on, isStale, ageDays }: Pick<PatientItem, 'on' | 'isStale' | 'ageDays'>) {
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
