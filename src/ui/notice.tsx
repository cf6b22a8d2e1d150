import { type ReactNode, useId } from 'react'

type NoticeProps = {
  readonly kind: 'information' | 'success' | 'warning'
  readonly title: string
  readonly children?: ReactNode
}

const words = { information: 'Information', success: 'Done', warning: 'Important' } as const

/** A message in the page about the whole page. Success takes the role of an alert, so that it is spoken. */
export function Notice({ kind, title, children }: NoticeProps) {
  const headingId = useId()
  return (
    <section
      className={`app-notice app-notice--${kind}`}
      aria-labelledby={headingId}
      {...(kind === 'success' ? { role: 'alert' } : {})}
    >
      <h2 className="app-notice__title" id={headingId}>
        <span className="nhsuk-u-visually-hidden">{words[kind]}:</span> {title}
      </h2>
      {children}
    </section>
  )
}
