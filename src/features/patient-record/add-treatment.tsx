import type { FetcherWithComponents } from 'react-router'
import { entryOfNewTreatment } from '#domain/eligibility/entry-of-treatment.ts'
import type { RecordingResult } from './record-patient-item.ts'
import { SettleForm } from './settle-form.tsx'

type AddTreatmentProps = {
  readonly patientId: string
  readonly fetcher: FetcherWithComponents<RecordingResult>
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** A treatment that the record does not have yet. */
export function AddTreatment({ patientId, fetcher, isOpen, onToggle }: AddTreatmentProps) {
  const entry = entryOfNewTreatment()
  return (
    <div className="app-print-hidden app-after-table">
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary app-button-small"
        aria-expanded={isOpen}
        onClick={onToggle}
      >
        {isOpen ? 'Close the new treatment' : 'Add a treatment'}
      </button>
      {isOpen && entry.kind === 'form' ? (
        <SettleForm
          patientId={patientId}
          asked={{ kind: 'treatment' }}
          label="New treatment"
          form={entry.form}
          fetcher={fetcher}
        />
      ) : null}
    </div>
  )
}
