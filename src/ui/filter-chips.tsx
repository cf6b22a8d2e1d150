import { Link, type To } from 'react-router'

export type FilterChip = {
  /** The filter and its value: "Cancer type: Chordoma". */
  readonly label: string
  /** How to remove it: the address without it, or a function for what is not in the address. */
  readonly remove: To | (() => void)
}

type FilterChipsProps = { readonly chips: readonly FilterChip[]; readonly clearAllTo?: To }

/** The filters that are set, each removable by itself. Draws nothing when there are none. */
export function FilterChips({ chips, clearAllTo }: FilterChipsProps) {
  if (chips.length === 0) return null
  return (
    <section className="app-chips" aria-label="Chosen filters">
      <ul className="app-chips__list">
        {chips.map((chip) => (
          <li key={chip.label}>
            <Chip {...chip} />
          </li>
        ))}
      </ul>
      {clearAllTo === undefined ? null : (
        <Link className="app-chips__clear" to={clearAllTo}>
          Clear all filters
        </Link>
      )}
    </section>
  )
}

function Chip({ label, remove }: FilterChip) {
  const content = (
    <>
      <span className="nhsuk-u-visually-hidden">Remove filter</span> {label} <span aria-hidden="true">×</span>
    </>
  )
  if (typeof remove === 'function') {
    return (
      <button type="button" className="app-chip" onClick={remove}>
        {content}
      </button>
    )
  }
  return (
    <Link className="app-chip" to={remove} preventScrollReset>
      {content}
    </Link>
  )
}
