import type { ReactNode } from 'react'

type MutedProps = {
  readonly children: ReactNode
  /** On a line of its own, below what it explains. */
  readonly isBelow?: boolean
}

/** What says little, set back so that what says more stands out. */
export function Muted({ children, isBelow = false }: MutedProps) {
  const Element = isBelow ? 'div' : 'span'
  return <Element className="nhsuk-u-secondary-text-colour">{children}</Element>
}
