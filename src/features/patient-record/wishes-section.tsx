import { useLayoutEffect, useRef } from 'react'
import type { components } from '#api/schema.ts'
import { WishesPanel } from './wishes-panel.tsx'

type WishesSectionProps = {
  readonly patientId: string
  readonly list: components['schemas']['CandidateList']
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
}

/** What the patient wants, and what must be minded of him or her. It is read only once somebody opens it. */
export function WishesSection({ patientId, list, isOpen, onToggle }: WishesSectionProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const wasOpen = useRef(isOpen)
  useLayoutEffect(() => {
    if (isOpen && !wasOpen.current) heading.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  return (
    <section className="app-wishes" aria-labelledby="wishes">
      <h2 className="nhsuk-heading-s" id="wishes" tabIndex={-1} ref={heading}>
        Wishes and consent
      </h2>
      <p className="app-print-hidden">
        <button type="button" className="app-link-button" aria-expanded={isOpen} onClick={() => onToggle(!isOpen)}>
          {isOpen ? 'Close' : 'View and record'}
          <span className="nhsuk-u-visually-hidden">: wishes about research, sensitive flag, opt-out and death</span>
        </button>
      </p>
      {isOpen ? <WishesPanel patientId={patientId} trials={trialChoices(list)} /> : null}
    </section>
  )
}

function trialChoices({ candidates, baskets, notMatched }: components['schemas']['CandidateList']) {
  return [...candidates, ...baskets, ...notMatched].map(({ trialId, registryId, title }) => ({
    value: trialId,
    label: `${title} (${registryId})`,
  }))
}
