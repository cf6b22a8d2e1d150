import { type ReactNode, useId } from 'react'

type SettleGroupProps = {
  readonly title: string
  /** How many items there are, and to how many trials they contribute. */
  readonly value: string
  /** Whether it waits on a narrow screen until all lines are asked for. */
  readonly isExtra: boolean
  readonly isOpen: boolean
  readonly onToggle: () => void
  /** The items; what is typed in the form of one stays while the group is closed. */
  readonly children: ReactNode
}

/** What one action finds out, as one line that opens. */
export function SettleGroup({ title, value, isExtra, isOpen, onToggle, children }: SettleGroupProps) {
  const listId = useId()
  return (
    <li className={isExtra && !isOpen ? 'app-settling__extra' : undefined}>
      <div className="app-settling__line">
        <strong>{title}</strong>
        <button
          type="button"
          className="app-link-button"
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={onToggle}
        >
          {isOpen ? 'Hide' : 'Show'} <span className="nhsuk-u-visually-hidden">{title}</span>
        </button>
      </div>
      <p className="app-settling__value">{value}</p>
      <ul className="app-settling" id={listId} hidden={!isOpen}>
        {children}
      </ul>
    </li>
  )
}
