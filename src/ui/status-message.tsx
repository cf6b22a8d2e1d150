import type { ReactNode } from 'react'

/**
 * A live region that stays on the page and speaks when its content changes: "Saved at 14:05", "12 patients".
 * Render it always and change what is inside; a region that appears together with its text is often not spoken.
 */
export function StatusMessage({ children, isHidden = false }: { children?: ReactNode; isHidden?: boolean }) {
  return (
    <p role="status" className={isHidden ? 'nhsuk-u-visually-hidden' : 'app-status-message'}>
      {children}
    </p>
  )
}
