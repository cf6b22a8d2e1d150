import type { ComponentProps } from 'react'
import { FieldFrame, type FieldProps } from './field-frame.tsx'

type TextAreaProps = FieldProps & Omit<ComponentProps<'textarea'>, keyof FieldProps | 'className'>

/** Several lines of text. */
export function TextArea({ label, name, id = name, hint, error, rows = 5, ...textarea }: TextAreaProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      {(control) => (
        <textarea
          {...textarea}
          {...control}
          name={name}
          rows={rows}
          className={`nhsuk-textarea${error === undefined ? '' : ' nhsuk-textarea--error'}`}
        />
      )}
    </FieldFrame>
  )
}
