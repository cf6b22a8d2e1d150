import type { ReactNode } from 'react'

type HowToReadProps = {
  /** The one sentence that nobody should miss. */
  readonly inShort: string
  readonly children: ReactNode
}

/** What must be known of numbers: the heart of it at once, how they are made on request. */
export function HowToRead({ inShort, children }: HowToReadProps) {
  return (
    <>
      <p className="nhsuk-hint nhsuk-u-margin-bottom-1">{inShort}</p>
      <details className="nhsuk-details nhsuk-u-margin-bottom-3">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">How these numbers are made</span>
        </summary>
        <div className="nhsuk-details__text">{children}</div>
      </details>
    </>
  )
}
