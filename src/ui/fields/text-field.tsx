import type { ComponentProps } from 'react'
import { FieldFrame, type FieldProps } from './field-frame.tsx'

type TextFieldProps = FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps | 'className'>

/** One line of text. `type`, `defaultValue`, `autoComplete`, `inputMode` and the like go to the input. */
export function TextField({ label, name, id = name, hint, error, type = 'text', ...input }: TextFieldProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      {(control) => (
        <input
          {...input}
          {...control}
          name={name}
          type={type}
          className={`nhsuk-input${error === undefined ? '' : ' nhsuk-input--error'}`}
        />
      )}
    </FieldFrame>
  )
}
