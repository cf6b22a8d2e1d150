import { ChoiceGroup, choiceId } from './choice-group.tsx'
import type { FieldProps } from './field-frame.tsx'
import type { Choice } from './select-field.tsx'

type RadioListProps = FieldProps & {
  readonly choices: readonly Choice[]
  /** Chosen from outside; then `onChange` is needed. */
  readonly value?: string | null
  readonly defaultValue?: string | null
  readonly onChange?: (value: string) => void
}

/** Exactly one of a few choices. */
export function RadioList({
  label,
  name,
  id = name,
  hint,
  error,
  choices,
  value,
  defaultValue,
  onChange,
}: RadioListProps) {
  return (
    <ChoiceGroup id={id} label={label} hint={hint} error={error}>
      <div className="nhsuk-radios nhsuk-radios--small">
        {choices.map((choice, index) => {
          const inputId = choiceId(id, index)
          return (
            <div className="nhsuk-radios__item" key={choice.value}>
              <input
                className="nhsuk-radios__input"
                type="radio"
                id={inputId}
                name={name}
                value={choice.value}
                {...(value === undefined
                  ? { defaultChecked: defaultValue === choice.value }
                  : { checked: value === choice.value })}
                {...(choice.hint === undefined ? {} : { 'aria-describedby': `${inputId}-item-hint` })}
                onChange={() => onChange?.(choice.value)}
              />
              <label className="nhsuk-label nhsuk-radios__label" htmlFor={inputId}>
                {choice.label}
              </label>
              {choice.hint === undefined ? null : (
                <div className="nhsuk-hint nhsuk-radios__hint" id={`${inputId}-item-hint`}>
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
