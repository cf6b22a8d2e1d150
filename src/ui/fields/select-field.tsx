import type { ComponentProps } from 'react'
import { FieldFrame, type FieldProps } from './field-frame.tsx'

export type Choice = { readonly value: string; readonly label: string; readonly hint?: string }

type SelectFieldProps = FieldProps &
  Omit<ComponentProps<'select'>, keyof FieldProps | 'className' | 'children'> & {
    readonly choices: readonly Choice[]
    /** The text of a first, empty choice, for example "Choose a site". */
    readonly emptyLabel?: string
  }

/** One choice from a list that is too long for radios. */
export function SelectField({ label, name, id = name, hint, error, choices, emptyLabel, ...select }: SelectFieldProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      {(control) => (
        <select
          {...select}
          {...control}
          name={name}
          className={`nhsuk-select${error === undefined ? '' : ' nhsuk-select--error'}`}
        >
          {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
