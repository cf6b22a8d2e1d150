import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

type PageDialogProps = {
  readonly title: string
  /** Nothing of the page behind is to be read or printed. */
  readonly isOpaque?: boolean
  readonly children: ReactNode
}

/**
 * A dialog over the whole page, which stays as it is behind it and cannot be reached meanwhile. Focus goes to the heading
 * and, when the dialog closes, back to where it was.
 */
export function PageDialog({ title, isOpaque = false, children }: PageDialogProps) {
  const headingId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [place] = useState(() => document.createElement('div'))
  useEffect(() => {
    const before = document.activeElement
    const behind = [...document.body.children].filter((element) => !element.hasAttribute('inert'))
    for (const element of behind) element.setAttribute('inert', '')
    document.body.append(place)
    heading.current?.focus()
    return () => {
      place.remove()
      for (const element of behind) element.removeAttribute('inert')
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [place])
  return createPortal(
    <div className={`app-page-dialog${isOpaque ? ' app-page-dialog--opaque' : ''}`}>
      <dialog open className="app-page-dialog__box" aria-modal="true" aria-labelledby={headingId}>
        <h2 className="nhsuk-heading-m" id={headingId} tabIndex={-1} ref={heading}>
          {title}
        </h2>
        {children}
      </dialog>
    </div>,
    place,
  )
}
