import type { FetcherWithComponents } from 'react-router'
import type { components } from '#api/schema.ts'
import { entryOfRow } from '#domain/eligibility/entry-of-row.ts'
import type { RecordingResult } from './record-patient-item.ts'
import { SettleForm } from './settle-form.tsx'
import { TakeBackForm } from './take-back-form.tsx'

type CorrectRowProps = {
  readonly patientId: string
  readonly item: components['schemas']['PatientItem']
  /** All that stands on the record. */
  readonly items: readonly components['schemas']['PatientItem'][]
  readonly kind: 'correct' | 'withdraw'
  readonly fetcher: FetcherWithComponents<RecordingResult>
}

/** What opens below a recorded value: its form with what is recorded, or the reason for which it is taken back. */
export function CorrectRow({ patientId, item, items, kind, fetcher }: CorrectRowProps) {
  const { itemId, entered, label } = item
  if (kind === 'withdraw') return <TakeBackForm patientId={patientId} item={item} items={items} fetcher={fetcher} />
  const entry = entryOfRow(item)
  return entry.kind === 'elsewhere' ? (
    <p>{entry.where}</p>
  ) : (
    <SettleForm
      patientId={patientId}
      asked={{ kind: 'row', itemId, entered }}
      label={label}
      form={entry.form}
      fetcher={fetcher}
    />
  )
}
