import { type FormEvent, useState } from 'react'
import { parseDateInput } from '../../format/date-input.ts'
import { DateField } from '../../ui/fields/date-field.tsx'
import type { AccessFilters } from './access-filters.ts'

type Days = Pick<AccessFilters, 'from' | 'to'>
type DayFilterProps = Days & { readonly onChange: (days: Days) => void }

/** The first and the last day, each of which may be left empty. */
export function DayFilter({ from, to, onChange }: DayFilterProps) {
  const [faults, setFaults] = useState<{ readonly from?: string; readonly to?: string }>({})
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const first = read(form.get('from'))
    const last = read(form.get('to'))
    const isBackward = typeof first === 'string' && typeof last === 'string' && first > last
    setFaults({
      ...(first === null ? { from: notADate } : {}),
      ...(last === null ? { to: notADate } : isBackward ? { to: 'The last day must not be before the first' } : {}),
    })
    if (first !== null && last !== null && !isBackward) onChange({ from: first, to: last })
  }
  return (
    <form onSubmit={apply} noValidate>
      <DateField
        label="First day"
        name="from"
        error={faults.from}
        {...(from === undefined ? {} : { defaultValue: from })}
      />
      <DateField label="Last day" name="to" error={faults.to} {...(to === undefined ? {} : { defaultValue: to })} />
      <button type="submit" className="nhsuk-button nhsuk-button--secondary app-button-small">
        Show these days
      </button>
    </form>
  )
}

const notADate = 'Enter a date such as 27 March 2026'

/** Undefined for an empty field, null for what is no date. */
function read(typed: FormDataEntryValue | null) {
  const text = String(typed ?? '').trim()
  return text === '' ? undefined : parseDateInput(text)
}
