import { useState } from 'react'
import { isCalendarDate } from '#domain/identity/calendar-date.ts'
import { useSession } from '../../data/session.ts'
import { proseDate } from '../../format/dates.ts'
import type { FieldProps } from '../../ui/fields/field-frame.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'

type SettleDateFieldProps = FieldProps & {
  readonly hasToday: boolean
  /** The day, or the part of one, that is recorded and may have to be corrected. */
  readonly initial?: string | null
}

/**
 * The day that a value is of. Of a new value it begins empty: a day that stands there already would be kept unread, and
 * the day of the sample is seldom the day of typing. Today is one button away.
 */
export function SettleDateField({ hasToday, hint, initial = null, ...field }: SettleDateFieldProps) {
  const { today } = useSession()
  const [typed, setTyped] = useState(initial === null ? '' : isCalendarDate(initial) ? proseDate(initial) : initial)
  return (
    <div className="app-date-today">
      <TextField
        {...field}
        hint={
          <>
            {hint === undefined ? null : <>{hint} </>}
            For example {proseDate('2026-03-27')}
          </>
        }
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {hasToday ? (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary app-button-small"
          onClick={() => setTyped(proseDate(today))}
        >
          Today
        </button>
      ) : null}
    </div>
  )
}
