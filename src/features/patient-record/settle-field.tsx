import type { EntryField } from '#domain/eligibility/entry-form.ts'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { RadioList } from '../../ui/fields/radio-list.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { SettleDateField } from './settle-date-field.tsx'

type SettleFieldProps = {
  readonly field: EntryField
  /** Of the form: another may be open on the same page. */
  readonly formId: string
  readonly error: string | undefined
}

/** More than these are a list to open, not buttons. */
const mostRadios = 3

/** One field of an entry as the control that suits it. */
export function SettleField({ field, formId, error }: SettleFieldProps) {
  const { name, control, isRequired } = field
  const frame = {
    name,
    id: settleFieldId(formId, name),
    label: isRequired ? field.label : `${field.label} (optional)`,
    error,
    ...(field.hint === null ? {} : { hint: field.hint }),
  }
  switch (control.kind) {
    case 'number':
      return <TextField {...frame} defaultValue={control.initial ?? ''} inputMode="decimal" autoComplete="off" />
    case 'text':
      return (
        <TextField
          {...frame}
          defaultValue={control.initial}
          autoComplete="off"
          spellCheck={false}
          maxLength={mostCharacters}
        />
      )
    case 'date':
      return <SettleDateField {...frame} hasToday={isRequired} initial={control.initial} />
    case 'choices':
      return (
        <div className="app-long-choices">
          <CheckboxList
            {...frame}
            choices={chosenFirst(control).map(({ value, label }) => ({ value: String(value), label }))}
            defaultValues={control.initial}
          />
        </div>
      )
    case 'choice': {
      const choices = control.choices.map(({ value, label }) => ({ value: String(value), label }))
      const initial = control.initial === null ? '' : String(control.initial.value)
      const isUnit = name === 'unit'
      if (isRequired && choices.length <= mostRadios && !isUnit)
        return <RadioList {...frame} choices={choices} defaultValue={initial} />
      return (
        <SelectField
          {...frame}
          choices={choices}
          defaultValue={initial}
          {...(isRequired ? (initial === '' ? { emptyLabel: 'Choose' } : {}) : { emptyLabel: 'Not known' })}
        />
      )
    }
  }
}

/** Of a long list that scrolls, what is recorded stands where it is seen. */
function chosenFirst({ choices, initial }: Extract<EntryField['control'], { kind: 'choices' }>) {
  const isChosen = ({ value }: { readonly value: unknown }) => initial.some((one) => one === value)
  return [...choices.filter(isChosen), ...choices.filter((choice) => !isChosen(choice))]
}

/** What the longest text of a record may have. */
const mostCharacters = 120

/** Dots in names would not be found by every tool. */
export function settleFieldId(formId: string, name: string): string {
  return `${formId}${name.replaceAll('.', '-')}`
}
