import { type ReactNode, useMemo, useState } from 'react'
import type { FetcherWithComponents } from 'react-router'
import type { components } from '#api/schema.ts'
import { clinicalDate } from '../../format/dates.ts'
import { CorrectRow } from './correct-row.tsx'
import type { RecordingResult } from './record-patient-item.ts'
import { type OpenedForm, openedKindOf, RowActions, RowFormsContext } from './row-actions.tsx'

type PatientItem = components['schemas']['PatientItem']

type SettleOpposingProps = {
  readonly patientId: string
  /** The records that speak against one another. */
  readonly opposing: readonly PatientItem[]
  /** All that stands on the record. */
  readonly rows: readonly PatientItem[]
  readonly fetcher: FetcherWithComponents<RecordingResult>
  /** The form for a newer record, where there is one. */
  readonly newer: ReactNode
}

/**
 * Records that speak against one another, each with the ways to mend it: one more would only stand beside them. What holds
 * now can be recorded all the same, on request, because what is of a later day counts.
 */
export function SettleOpposing({ patientId, opposing, rows, fetcher, newer }: SettleOpposingProps) {
  const [opened, setOpened] = useState<OpenedForm | 'newer' | null>(null)
  const openedRow = opened === 'newer' ? null : opened
  const forms = useMemo(() => ({ opened: openedRow, onOpen: setOpened, hasTravelLimit: false }), [openedRow])
  return (
    <div className="app-opposing">
      <p>These records speak against one another. Correct or take back the one that is wrong; the other then counts.</p>
      <RowFormsContext value={forms}>
        <ul>
          {opposing.map((item) => {
            const kind = openedKindOf(openedRow, item.itemId)
            return (
              <li key={item.itemId}>
                {recordText(item)}
                <RowActions item={item} name={`${item.label} ${item.valueText}, ${clinicalDate(item.on)}`} />
                {kind === null ? null : (
                  <CorrectRow key={kind} patientId={patientId} item={item} items={rows} kind={kind} fetcher={fetcher} />
                )}
              </li>
            )
          })}
        </ul>
      </RowFormsContext>
      {newer === null ? null : (
        <button
          type="button"
          className="app-link-button"
          aria-expanded={opened === 'newer'}
          onClick={() => setOpened(opened === 'newer' ? null : 'newer')}
        >
          {opened === 'newer' ? 'Close the newer record' : 'Or record what was found on a later day'}
        </button>
      )}
      {opened === 'newer' ? newer : null}
    </div>
  )
}

/** "ECOG performance status: 1, 12-Nov-2026, Clinic letter, recorded by Dr Alex Moor". */
function recordText({ label, valueText, on, source, recordedBy }: PatientItem): string {
  return `${label}: ${valueText}, ${clinicalDate(on)}, ${source}, recorded by ${recordedBy}`
}
