import type { ReactNode } from 'react'

export type FieldProps = {
  readonly label: ReactNode
  readonly name: string
  /** Default: the name. The error summary links to it. */
  readonly id?: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
}

type FieldFrameProps = Required<Pick<FieldProps, 'label' | 'id'>> &
  Pick<FieldProps, 'hint' | 'error'> & {
    /** Draws the control with the attributes that tie it to its label, hint and error. */
    readonly children: (control: ControlAttributes) => ReactNode
  }

export type ControlAttributes = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

/** Label, hint and error around one control. */
export function FieldFrame({ id, label, hint, error, children }: FieldFrameProps) {
  return (
    <div className={`nhsuk-form-group${error === undefined ? '' : ' nhsuk-form-group--error'}`}>
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children({ id, ...describedBy(id, hint, error) })}
    </div>
  )
}

export function HintAndError({ id, hint, error }: { id: string; hint?: ReactNode; error: string | undefined }) {
  return (
    <>
      {hint === undefined ? null : (
        <div className="nhsuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error === undefined ? null : (
        <span className="nhsuk-error-message" id={`${id}-error`}>
          <span className="nhsuk-u-visually-hidden">Error:</span> {error}
        </span>
      )}
    </>
  )
}

/** The attributes that point at the hint and the error, where there are any. */
export function describedBy(id: string, hint: ReactNode, error: string | undefined): Omit<ControlAttributes, 'id'> {
  const ids = [hint === undefined ? null : `${id}-hint`, error === undefined ? null : `${id}-error`].filter(
    (one) => one !== null,
  )
  return {
    ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
    ...(error === undefined ? {} : { 'aria-invalid': true }),
  }
}
