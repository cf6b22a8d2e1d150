import type { ReactNode } from 'react'
import { describedBy, type FieldProps, HintAndError } from './field-frame.tsx'

type ChoiceGroupProps = Omit<FieldProps, 'name'> & { readonly id: string; readonly children: ReactNode }

/** The fieldset around radios or checkboxes. */
export function ChoiceGroup({ id, label, hint, error, children }: ChoiceGroupProps) {
  const { 'aria-describedby': description } = describedBy(id, hint, error)
  return (
    <div className={`nhsuk-form-group${error === undefined ? '' : ' nhsuk-form-group--error'}`}>
      <fieldset className="nhsuk-fieldset" {...(description === undefined ? {} : { 'aria-describedby': description })}>
        <legend className="nhsuk-fieldset__legend">{label}</legend>
        <HintAndError id={id} hint={hint} error={error} />
        {children}
      </fieldset>
    </div>
  )
}

/** The id of the nth choice; the first has the group's own, so that the error summary leads to it. */
export function choiceId(groupId: string, index: number): string {
  return index === 0 ? groupId : `${groupId}-${index + 1}`
}
