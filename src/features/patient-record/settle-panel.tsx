import { Fragment, useState } from 'react'
import type { components } from '#api/schema.ts'
import { bloodSampleResults } from '#domain/eligibility/blood-sample.ts'
import { countText } from '../../format/counts.ts'
import { RecordingNews } from './recording-news.tsx'
import { SettleBloodSample } from './settle-blood-sample.tsx'
import { SettleItem } from './settle-item.tsx'
import { useRecording } from './use-recording.ts'

type SettlePanelProps = {
  readonly patientId: string
  readonly items: readonly components['schemas']['SettlingItem'][]
  /** What is recorded, for the items that complete one of its rows. */
  readonly rows: readonly components['schemas']['PatientItem'][]
}

/** Of these a narrow screen shows the first alone. */
const firstItems = 4

/** Which form is open where it is the one for several results; the keys of items are others. */
const bloodSample = 'bloodSample'

/**
 * What to find out about the patient, what settles most first; each item is filled in where it stands. It stands beside
 * the trials or, where there is no room, as one line before them.
 */
export function SettlePanel({ patientId, items, rows }: SettlePanelProps) {
  const { fetcher, opened: openKey, setOpened: setOpenKey, recorded, heading } = useRecording<string>()
  const [isWhole, setIsWhole] = useState(false)
  if (items.length === 0 && recorded === null) return null
  const results = bloodSampleResults(items.map(({ key }) => key))
  const sampleAt = results.length > 1 ? results[0]?.key : undefined
  const isShown = ({ key }: (typeof items)[number], index: number) => isWhole || index < firstItems || key === openKey
  return (
    <section
      aria-labelledby="settling"
      className={`app-beside__aside app-print-hidden${isWhole ? ' app-settling-whole' : ''}`}
    >
      <div className="app-settling-head">
        <h2 className="nhsuk-heading-s" id="settling" ref={heading} tabIndex={-1}>
          What would settle it
        </h2>
        {items.length > 1 ? (
          <button
            type="button"
            className={`app-link-button${items.length > firstItems ? '' : ' app-settling-head__narrow'}`}
            aria-expanded={isWhole}
            onClick={() => setIsWhole(!isWhole)}
          >
            {isWhole ? 'Show fewer' : `Show all ${countText(items.length)}`}{' '}
            <span className="nhsuk-u-visually-hidden">items</span>
          </button>
        ) : null}
      </div>
      <RecordingNews recorded={recorded} />
      {items.length === 0 ? (
        <p>Nothing more that could be recorded here would change these trials.</p>
      ) : (
        <ul className="app-settling">
          {items.map((item, index) => (
            <Fragment key={item.key}>
              {/* However far down the first of its results stands, the one form for them all is offered at once. */}
              {item.key === sampleAt ? (
                <SettleBloodSample
                  patientId={patientId}
                  results={results}
                  items={items}
                  fetcher={fetcher}
                  isExtra={index > 0 && !isWhole}
                  isOpen={openKey === bloodSample}
                  onToggle={() => setOpenKey(openKey === bloodSample ? null : bloodSample)}
                />
              ) : null}
              {isShown(item, index) ? (
                <SettleItem
                  patientId={patientId}
                  item={item}
                  rows={rows}
                  fetcher={fetcher}
                  isExtra={(index > 0 || item.key === sampleAt) && !isWhole}
                  isOpen={item.key === openKey}
                  onToggle={() => setOpenKey(item.key === openKey ? null : item.key)}
                />
              ) : null}
            </Fragment>
          ))}
        </ul>
      )}
    </section>
  )
}
