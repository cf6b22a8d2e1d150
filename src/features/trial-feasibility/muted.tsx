import type { ReactNode } from 'react'

/** A number that may be nobody, set back so that those which say more stand out. */
export function Muted({ children }: { readonly children: ReactNode }) {
  return <span className="nhsuk-u-secondary-text-colour">{children}</span>
}
