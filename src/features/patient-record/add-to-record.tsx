import type { FetcherWithComponents } from 'react-router'
import { entryOfNewTreatment } from '#domain/eligibility/entry-of-treatment.ts'
import { AddFinding } from './add-finding.tsx'
import type { Addition } from './open-addition.ts'
import type { RecordingResult } from './record-patient-item.ts'
import { SettleForm } from './settle-form.tsx'

type AddToRecordProps = {
  readonly patientId: string
  readonly fetcher: FetcherWithComponents<RecordingResult>
  readonly opened: Addition | null
  readonly onOpen: (addition: Addition | null) => void
}

/** What the record does not have yet, whether a trial asks for it or not: a treatment, or whatever else was found. */
export function AddToRecord({ patientId, fetcher, opened, onOpen }: AddToRecordProps) {
  const treatment = entryOfNewTreatment()
  const toggle = (addition: Addition, words: string, closing: string) => {
    const isOpen = opened?.kind === addition.kind
    return (
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary app-button-small"
        aria-expanded={isOpen}
        onClick={() => onOpen(isOpen ? null : addition)}
      >
        {isOpen ? closing : words}
      </button>
    )
  }
  return (
    <div className="app-print-hidden app-add-to-record">
      <div className="app-add-to-record__buttons">
        {toggle({ kind: 'treatment' }, 'Add a treatment', 'Close the new treatment')}
        {toggle({ kind: 'finding', sort: null }, 'Add another finding', 'Close the new finding')}
      </div>
      {opened?.kind === 'treatment' && treatment.kind === 'form' ? (
        <SettleForm
          patientId={patientId}
          asked={{ kind: 'treatment' }}
          label="New treatment"
          form={treatment.form}
          fetcher={fetcher}
        />
      ) : null}
      {opened?.kind === 'finding' ? (
        <AddFinding key={opened.sort} patientId={patientId} fetcher={fetcher} asked={opened} />
      ) : null}
    </div>
  )
}
