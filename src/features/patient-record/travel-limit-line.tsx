import { useState } from 'react'
import { useFetcher } from 'react-router'
import type { components } from '#api/schema.ts'
import { travelReachText } from '#domain/eligibility/travel-limit.ts'
import { StatusMessage } from '../../ui/status-message.tsx'
import type { TravelLimitResult } from './record-travel-limit.ts'
import { TravelLimitForm } from './travel-limit-form.tsx'
import { useClosingForm } from './use-closing-form.ts'

type TravelLimit = components['schemas']['TravelLimit']
type TravelLimitLineProps = { readonly patientId: string; readonly limit: TravelLimit | null }

/** How far the patient would travel, as the order of the trials takes it, and the form that records it in place. */
export function TravelLimitLine({ patientId, limit }: TravelLimitLineProps) {
  const fetcher = useFetcher<TravelLimitResult>()
  const [isOpen, setIsOpen] = useState(false)
  // The trials are read again before the fetcher rests, so that they stand in their new order when it is announced.
  const result = fetcher.state === 'idle' ? (fetcher.data ?? null) : null
  const recorded = result?.kind === 'recorded' ? result : null
  const button = useClosingForm<HTMLButtonElement>(recorded, () => setIsOpen(false))
  const action = limit === null ? 'Record it' : 'Change'
  return (
    <>
      <p className="app-card__line">
        {lineText(limit)}{' '}
        <span className="app-print-hidden">
          <span aria-hidden="true">· </span>
          <button
            type="button"
            ref={button}
            id="travel-limit"
            className="app-link-button"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? 'Close' : action}
            <span className="nhsuk-u-visually-hidden">: how far the patient would travel</span>
          </button>
        </span>
      </p>
      <StatusMessage isHidden={recorded === null}>
        {recorded === null
          ? ''
          : `Recorded. Would travel: ${inside(recorded.words)}. The order of the trials follows it.`}
      </StatusMessage>
      {isOpen ? <TravelLimitForm patientId={patientId} limit={limit} fetcher={fetcher} /> : null}
    </>
  )
}

function lineText(limit: TravelLimit | null): string {
  if (limit === null) return 'How far the patient would travel is not recorded'
  if (limit.reach === 'notKnown') return 'How far the patient would travel is not known'
  return `Would travel: ${inside(travelReachText(limit))}`
}

function inside(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
