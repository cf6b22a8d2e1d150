import type { components } from '#api/schema.ts'
import { counted } from '../../format/counts.ts'
import { clinicalDate, clinicalInstant } from '../../format/dates.ts'
import { valueWords } from './take-back-sentences.ts'

type WithdrawnItem = components['schemas']['WithdrawnItem']

/** What was taken back, by whom, when and why, and what came in its place: it counts for nothing, and stays readable. */
export function WithdrawnValues({ items }: { readonly items: readonly WithdrawnItem[] }) {
  if (items.length === 0) return null
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{counted(items.length, 'value')} taken back</span>
      </summary>
      <div className="nhsuk-details__text">
        <ul className="nhsuk-list">
          {items.map((item) => (
            <li key={item.itemId}>
              <s>
                {item.label}: {item.valueText}
                {item.on === null ? null : `, ${clinicalDate(item.on)}`}
              </s>
              <br />
              <History {...item} />
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}

function History({ label, correctedTo, restored, reason, withdrawnBy, withdrawnAt }: WithdrawnItem) {
  return (
    <>
      {correctedTo === null ? null : (
        <>
          Corrected to {valueWords(correctedTo, label)} by {correctedTo.by} on {clinicalInstant(correctedTo.at)}
          <br />
        </>
      )}
      Taken back by {withdrawnBy} on {clinicalInstant(withdrawnAt)}: {reason}
      {restored === null ? null : (
        <>
          <br />
          Brought back in its place: {valueWords(restored, label)}
        </>
      )}
    </>
  )
}
