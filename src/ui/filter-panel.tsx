import { type ReactNode, useId, useState } from 'react'
import { counted } from '../format/counts.ts'

type FilterPanelProps = {
  readonly title?: string
  /** How many filters are set, said on the button where the panel is closed. */
  readonly chosen: number
  readonly children: ReactNode
}

/** Filters beside a list. On a narrow screen they open with a button; on a wide one they are always there. */
export function FilterPanel({ title = 'Filters', chosen, children }: FilterPanelProps) {
  const [isOpen, setIsOpen] = useState(false)
  const panelId = useId()
  return (
    <section className={`app-filters${isOpen ? ' app-filters--open' : ''}`} aria-label={title}>
      <h2 className="app-filters__title nhsuk-heading-s">{title}</h2>
      <button
        type="button"
        className="app-filters__toggle nhsuk-button nhsuk-button--secondary"
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? 'Hide' : 'Show'} {title.toLowerCase()}
        {chosen === 0 ? null : ` (${counted(chosen, 'chosen', 'chosen')})`}
      </button>
      <div className="app-filters__body" id={panelId}>
        {children}
      </div>
    </section>
  )
}
