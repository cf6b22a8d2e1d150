import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { proseDate } from '../../format/dates.ts'
import type { FieldProps } from './field-frame.tsx'
import { TextField } from './text-field.tsx'

type DateFieldProps = FieldProps & {
  /** The date, or what was typed before when it could not be read. */
  readonly defaultValue?: CalendarDate | string
  readonly example?: CalendarDate
}

/**
 * A date typed in one field, day before month. The action reads it with `parseDateInput` of src/format/date-input.ts,
 * which takes words, numbers and slashes alike.
 */
export function DateField({ hint, defaultValue, example = '2026-03-27', ...field }: DateFieldProps) {
  return (
    <TextField
      {...field}
      hint={
        <>
          {hint === undefined ? null : <>{hint} </>}
          Day, month and year, for example {proseDate(example)}
        </>
      }
      autoComplete="off"
      {...(defaultValue === undefined ? {} : { defaultValue: shown(defaultValue) })}
    />
  )
}

function shown(value: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? proseDate(value) : value
}
