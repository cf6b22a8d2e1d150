import type { ReactNode } from 'react'
import { notKnown } from '../format/not-known.ts'

export type SummaryRow = {
  readonly label: string
  /** Null and empty text read "Not known". */
  readonly value: ReactNode
  readonly action?: ReactNode
}

/** Labels and values, NHS summary list. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl className="nhsuk-summary-list">
      {rows.map(({ label, value, action }) => (
        <div
          key={label}
          className={`nhsuk-summary-list__row${action === undefined ? ' nhsuk-summary-list__row--no-actions' : ''}`}
        >
          <dt className="nhsuk-summary-list__key">{label}</dt>
          <dd className="nhsuk-summary-list__value">{value === null || value === '' ? notKnown : value}</dd>
          {action === undefined ? null : <dd className="nhsuk-summary-list__actions">{action}</dd>}
        </div>
      ))}
    </dl>
  )
}
