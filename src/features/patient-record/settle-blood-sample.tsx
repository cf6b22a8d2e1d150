import type { FetcherWithComponents } from 'react-router'
import { BloodSampleForm } from './blood-sample-form.tsx'
import type { RecordingResult } from './record-patient-item.ts'
import { sampleSentence } from './settle-sentences.ts'
import type { SettlingEntry } from './settling-entries.ts'

type SettleBloodSampleProps = {
  readonly patientId: string
  readonly sample: SettlingEntry & { readonly kind: 'sample' }
  readonly fetcher: FetcherWithComponents<RecordingResult>
  /** Whether it waits on a narrow screen until all lines are asked for. */
  readonly isExtra: boolean
  readonly isOpen: boolean
  readonly onToggle: () => void
}

const title = 'Results of one blood sample'

/** All that one sample of blood answers, with one form in which each result can also be filled in alone. */
export function SettleBloodSample({ patientId, sample, fetcher, isExtra, isOpen, onToggle }: SettleBloodSampleProps) {
  const { results } = sample
  return (
    <li className={isExtra && !isOpen ? 'app-settling__extra' : undefined}>
      <div className="app-settling__line">
        <strong>{title}</strong>
        <button type="button" className="app-link-button" aria-expanded={isOpen} onClick={onToggle}>
          {isOpen ? 'Close' : 'Fill in'} <span className="nhsuk-u-visually-hidden">{title}</span>
        </button>
      </div>
      <p className="app-settling__hint">{results.map(({ label }) => label).join(', ')}</p>
      <p className="app-settling__value">{sampleSentence(sample)}</p>
      {isOpen ? <BloodSampleForm patientId={patientId} label={title} results={results} fetcher={fetcher} /> : null}
    </li>
  )
}
