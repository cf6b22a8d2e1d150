import { type ReactNode, useId, useState } from 'react'
import { countText } from '../../format/counts.ts'

type RecordedSectionProps = {
  readonly title: string
  readonly count: number
  readonly children: ReactNode
}

/**
 * One section of the recorded values. Where there is no room for a table every row is a card, and the page would be many
 * screens long, so there the section opens on request; on paper and on a wide screen it always stands open.
 */
export function RecordedSection({ title, count, children }: RecordedSectionProps) {
  const [isOpen, setIsOpen] = useState(false)
  const regionId = useId()
  return (
    <div className="app-recorded">
      <button
        type="button"
        className="app-link-button app-recorded__toggle"
        aria-expanded={isOpen}
        aria-controls={regionId}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? 'Hide: ' : ''}
        {title} ({countText(count)})
      </button>
      <div id={regionId} className={isOpen ? undefined : 'app-recorded__rows'}>
        {children}
      </div>
    </div>
  )
}
