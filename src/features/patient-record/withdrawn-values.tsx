import type { components } from '#api/schema.ts'
import { counted } from '../../format/counts.ts'
import { clinicalDate, clinicalInstant } from '../../format/dates.ts'

type WithdrawnItem = components['schemas']['WithdrawnItem']

/** What was taken back, with who did so, when and why: it counts for nothing, and stays readable. */
export function WithdrawnValues({ items }: { readonly items: readonly WithdrawnItem[] }) {
  if (items.length === 0) return null
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{counted(items.length, 'value')} taken back</span>
      </summary>
      <div className="nhsuk-details__text">
        <ul className="nhsuk-list">
          {items.map(({ itemId, label, valueText, on, reason, withdrawnBy, withdrawnAt }) => (
            <li key={itemId}>
              <s>
                {label}: {valueText}
                {on === null ? null : `, ${clinicalDate(on)}`}
              </s>
              <br />
              Taken back by {withdrawnBy} on {clinicalInstant(withdrawnAt)}: {reason}
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
