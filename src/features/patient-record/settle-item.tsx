import type { FetcherWithComponents } from 'react-router'
import type { components } from '#api/schema.ts'
import { entryOfItem } from '#domain/eligibility/entry-of-item.ts'
import type { RecordingResult } from './record-patient-item.ts'
import { SettleForm } from './settle-form.tsx'
import { valueSentence } from './settle-sentences.ts'

type SettleItemProps = {
  readonly patientId: string
  readonly item: components['schemas']['SettlingItem']
  readonly fetcher: FetcherWithComponents<RecordingResult>
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** One thing to find out: how far it helps, what is recorded of it, and its form, or where it is recorded instead. */
export function SettleItem({ patientId, item, fetcher, isOpen, onToggle }: SettleItemProps) {
  const entry = entryOfItem(item)
  return (
    <li>
      <div className="app-settling__line">
        <div>
          <p>
            <strong>{item.label}</strong>
          </p>
          {item.hint === null ? null : <p>{item.hint}</p>}
          <p className="nhsuk-hint">{valueSentence(item)}</p>
          {entry.kind === 'elsewhere' ? <p>{entry.where}</p> : null}
        </div>
        {entry.kind === 'elsewhere' ? null : (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary app-button-small"
            aria-expanded={isOpen}
            onClick={onToggle}
          >
            {isOpen ? 'Close' : 'Fill in'} <span className="nhsuk-u-visually-hidden">{item.label}</span>
          </button>
        )}
      </div>
      {isOpen && entry.kind === 'form' ? (
        <SettleForm patientId={patientId} item={item} form={entry.form} fetcher={fetcher} />
      ) : null}
    </li>
  )
}
