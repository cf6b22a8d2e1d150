import { counted } from '../../format/counts.ts'
import { draftCountText, suppressedCountText } from '../../format/suppressed-count.ts'
import type { FeasibilityRow } from './organisation-columns.tsx'

type FoldedHospitalsProps = {
  readonly rows: readonly FeasibilityRow[]
  readonly isDraft: boolean
  readonly hasDistances: boolean
}

/** The hospitals of which one word says all: how many they are, and which on request. */
export function FoldedHospitals({ rows, isDraft, hasDistances }: FoldedHospitalsProps) {
  const few = isDraft ? draftCountText(null) : suppressedCountText(null)
  const groups = [
    {
      found: `${few} patients each, too few to break down`,
      hospitals: rows.filter(({ folded }) => folded === 'few'),
    },
    { found: 'no patient concerned', hospitals: rows.filter(({ folded }) => folded === 'nobody') },
  ].filter(({ hospitals }) => hospitals.length > 0)
  return groups.map(({ found, hospitals }) => (
    <details key={found} className="nhsuk-details nhsuk-u-margin-bottom-2">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          {counted(hospitals.length, 'hospital')} with {found}
        </span>
      </summary>
      <ul className="nhsuk-details__text nhsuk-list">
        {hospitals.map(({ id, name, distance }) => (
          <li key={id}>
            {name}
            {hasDistances ? `, ${distance}` : ''}
          </li>
        ))}
      </ul>
    </details>
  ))
}
