import { useId, useLayoutEffect, useRef } from 'react'

export type FieldFault = {
  /** The id of the field to go to; without one the message stands for the whole form. */
  readonly fieldId?: string
  readonly message: string
}

type ErrorSummaryProps = {
  readonly title?: string
  readonly faults: readonly FieldFault[]
  /** The attempt that had these faults, for example what the action returned: a new one with the same faults takes focus again. */
  readonly attempt?: object | undefined
  /** What to do, when it is not plain from the messages. */
  readonly remedy?: string | null
}

/** Every fault of a form at its top, each leading to its field. It takes focus whenever an attempt fails. */
export function ErrorSummary({ title = 'There is a problem', faults, attempt, remedy = null }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null)
  const headingId = useId()
  const signature = faults.map(({ message }) => message).join('\n')
  const occasion = attempt ?? signature
  const focusedOn = useRef<object | string>('')
  // With the drawing, not after it: whoever hears of the fault is where it is told.
  useLayoutEffect(() => {
    if (signature === '' || focusedOn.current === occasion) return
    focusedOn.current = occasion
    summary.current?.focus()
  }, [signature, occasion])
  if (faults.length === 0) return null
  return (
    <div className="nhsuk-error-summary" ref={summary} tabIndex={-1} role="alert" aria-labelledby={headingId}>
      <h2 className="nhsuk-error-summary__title" id={headingId}>
        {title}
      </h2>
      <div className="nhsuk-error-summary__body">
        <ul className="nhsuk-list nhsuk-error-summary__list">
          {faults.map(({ fieldId, message }) => (
            <li key={`${fieldId} ${message}`}>
              {fieldId === undefined ? (
                <span className="app-error-text">{message}</span>
              ) : (
                <FieldLink to={fieldId} text={message} />
              )}
            </li>
          ))}
        </ul>
        {remedy === null ? null : <p className="app-after-list">{remedy}</p>}
      </div>
    </div>
  )
}

/** Goes to the field itself: the address is left alone, because a fragment would be a navigation of the router. */
function FieldLink({ to, text }: { readonly to: string; readonly text: string }) {
  return (
    <a
      href={`#${to}`}
      onClick={(event) => {
        event.preventDefault()
        document.getElementById(to)?.focus()
      }}
    >
      {text}
    </a>
  )
}
