import type { Delegation } from '#domain/access/delegation.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { DemonstrationDelegation } from '../data/demonstration-data.ts'

/** A line of a delegation log. An ending puts a new one in its place. */
export interface HeldDelegation extends Delegation {
  readonly entryId: string
  readonly enteredAt: string
  readonly enteredBy: string
  readonly ending: { readonly endedOn: CalendarDate; readonly by: string; readonly reason: string } | null
}

/** A line of the demonstration, which nobody has ended. */
export function holdDelegation(line: DemonstrationDelegation): HeldDelegation {
  return { ...line, endedOn: null, ending: null }
}
