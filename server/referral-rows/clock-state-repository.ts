import { type RawBuilder, sql } from 'kysely'
import type { components } from '#api/schema.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'

export type ClockStateWord = components['schemas']['ClockState']

/** The state of a referral's clock on a day, in SQL: the same answer as the domain's clock gives. */
export function clockStateOn(asOf: CalendarDate): RawBuilder<ClockStateWord> {
  return sql<ClockStateWord>`case
    when referral.due_on is null then 'none'
    when ${asOf}::date >= referral.escalated_from then 'escalated'
    when ${asOf}::date > referral.due_on then 'overdue'
    when ${asOf}::date >= referral.due_from then 'due'
    else 'onTime' end`
}
