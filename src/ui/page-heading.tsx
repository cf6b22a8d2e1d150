import type { ReactNode } from 'react'

export const serviceName = 'Refer patients to rare cancer trials'

type PageHeadingProps = {
  readonly title: string
  /** Smaller text above the title, for example the registry number of a trial. */
  readonly caption?: ReactNode
  /** The browser's title when the heading names a patient: history and tabs must not show a name. */
  readonly documentTitle?: string
  /** Buttons and links beside the title. */
  readonly children?: ReactNode
}

/** The one h1 of a page. It takes focus after a navigation, so that a screen reader starts at the new page. */
export function PageHeading({ title, caption, documentTitle = title, children }: PageHeadingProps) {
  return (
    <div className="app-page-heading">
      <title>{`${documentTitle} - ${serviceName}`}</title>
      <h1 className="nhsuk-heading-l" tabIndex={-1}>
        {caption === undefined ? null : <span className="nhsuk-caption-l">{caption}</span>}
        {title}
      </h1>
      {children === undefined ? null : <div className="app-page-heading__actions">{children}</div>}
    </div>
  )
}
