import { ChoiceGroup, choiceId } from './choice-group.tsx'
import type { FieldProps } from './field-frame.tsx'
import type { Choice } from './select-field.tsx'

type CheckboxListProps = FieldProps & {
  readonly choices: readonly Choice[]
  /** Chosen from outside; then `onChange` is needed. */
  readonly values?: readonly string[]
  readonly defaultValues?: readonly string[]
  /** All values chosen after the change, in the order of the choices. */
  readonly onChange?: (values: string[]) => void
}

/** Any number of choices, none included. */
export function CheckboxList(props: CheckboxListProps) {
  const { label, name, id = name, hint, error, choices, values, defaultValues = [], onChange } = props
  const change = (changed: string, isChosen: boolean) =>
    onChange?.(
      choices
        .map((choice) => choice.value)
        .filter((value) => (value === changed ? isChosen : (values ?? []).includes(value))),
    )
  return (
    <ChoiceGroup id={id} label={label} hint={hint} error={error}>
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
        {choices.map((choice, index) => {
          const inputId = choiceId(id, index)
          return (
            <div className="nhsuk-checkboxes__item" key={choice.value}>
              <input
                className="nhsuk-checkboxes__input"
                type="checkbox"
                id={inputId}
                name={name}
                value={choice.value}
                {...(values === undefined
                  ? { defaultChecked: defaultValues.includes(choice.value) }
                  : { checked: values.includes(choice.value) })}
                {...(choice.hint === undefined ? {} : { 'aria-describedby': `${inputId}-item-hint` })}
                onChange={(event) => change(choice.value, event.currentTarget.checked)}
              />
              <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={inputId}>
                {choice.label}
              </label>
              {choice.hint === undefined ? null : (
                <div className="nhsuk-hint nhsuk-checkboxes__hint" id={`${inputId}-item-hint`}>
                  {choice.hint}
                </div>
              )}
            </div>
          )
        })}
      </div>
    </ChoiceGroup>
  )
}
