import { type ReactNode, useId, useState } from 'react'

type FoldOnNarrowProps = {
  /** What it holds and how much of it: "Laboratory results (12)". */
  readonly label: string
  readonly children: ReactNode
}

/**
 * Where there is no room for a table every row is a card, and a page of several tables would be many screens long: so there
 * each opens on request. On paper and on a wide screen it always stands open.
 */
export function FoldOnNarrow({ label, children }: FoldOnNarrowProps) {
  const [isOpen, setIsOpen] = useState(false)
  const regionId = useId()
  return (
    <div className="app-fold">
      <button
        type="button"
        className="app-link-button app-fold__toggle"
        aria-expanded={isOpen}
        aria-controls={regionId}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? 'Hide: ' : ''}
        {label}
      </button>
      <div id={regionId} className={isOpen ? undefined : 'app-fold__content'}>
        {children}
      </div>
    </div>
  )
}
