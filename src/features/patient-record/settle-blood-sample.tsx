import type { FetcherWithComponents } from 'react-router'
import type { components } from '#api/schema.ts'
import type { SampleResult } from '#domain/eligibility/blood-sample.ts'
import { counted } from '../../format/counts.ts'
import { BloodSampleForm } from './blood-sample-form.tsx'
import type { RecordingResult } from './record-patient-item.ts'

type SettleBloodSampleProps = {
  readonly patientId: string
  readonly results: readonly SampleResult[]
  readonly items: readonly components['schemas']['SettlingItem'][]
  readonly fetcher: FetcherWithComponents<RecordingResult>
  /** Whether it waits on a narrow screen until all items are asked for. */
  readonly isExtra: boolean
  readonly isOpen: boolean
  readonly onToggle: () => void
}

const title = 'Results of one blood sample'

/** Several things to find out that one sample of blood answers, with one form for them all. */
export function SettleBloodSample({
  patientId,
  results,
  items,
  fetcher,
  isExtra,
  isOpen,
  onToggle,
}: SettleBloodSampleProps) {
  const keys = new Set(results.map(({ key }) => key))
  const trials = new Set(items.filter(({ key }) => keys.has(key)).flatMap(({ contributesTo }) => contributesTo))
  return (
    <li className={isExtra && !isOpen ? 'app-settling__extra' : undefined}>
      <div className="app-settling__line">
        <strong>{title}</strong>
        <button type="button" className="app-link-button" aria-expanded={isOpen} onClick={onToggle}>
          {isOpen ? 'Close' : 'Fill in'} <span className="nhsuk-u-visually-hidden">{title}</span>
        </button>
      </div>
      <p className="app-settling__hint">{results.map(({ label }) => label).join(', ')}</p>
      <p className="app-settling__value">
        {counted(results.length, 'result')}, contribute to {counted(trials.size, 'trial')}
      </p>
      {isOpen ? <BloodSampleForm patientId={patientId} label={title} results={results} fetcher={fetcher} /> : null}
    </li>
  )
}
