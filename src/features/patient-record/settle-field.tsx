import type { EntryField } from '#domain/eligibility/entry-form.ts'
import { RadioList } from '../../ui/fields/radio-list.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { SettleDateField } from './settle-date-field.tsx'

type SettleFieldProps = { readonly field: EntryField; readonly error: string | undefined }

/** More than these are a list to open, not buttons. */
const mostRadios = 3

/** One field of an entry as the control that suits it. */
export function SettleField({ field, error }: SettleFieldProps) {
  const { name, control, isRequired } = field
  const frame = {
    name,
    id: settleFieldId(name),
    label: isRequired ? field.label : `${field.label} (optional)`,
    error,
    ...(field.hint === null ? {} : { hint: field.hint }),
  }
  switch (control.kind) {
    case 'number':
      return <TextField {...frame} inputMode="decimal" autoComplete="off" />
    case 'text':
      return <TextField {...frame} defaultValue={control.initial} autoComplete="off" spellCheck={false} />
    case 'date':
      return <SettleDateField {...frame} hasToday={isRequired} />
    case 'choice': {
      const choices = control.choices.map(({ value, label }) => ({ value: String(value), label }))
      const initial = control.initial === null ? '' : String(control.initial.value)
      return isRequired && choices.length <= mostRadios && initial === '' ? (
        <RadioList {...frame} choices={choices} />
      ) : (
        <SelectField
          {...frame}
          choices={choices}
          defaultValue={initial}
          {...(initial === '' ? { emptyLabel: isRequired ? 'Choose' : 'Not known' } : {})}
        />
      )
    }
  }
}

/** Apart from the ids of the page around it; dots in names would not be found by every tool. */
export function settleFieldId(name: string): string {
  return `settle-${name.replaceAll('.', '-')}`
}
