import { type RawBuilder, sql } from 'kysely'
import { addDays, type CalendarDate, daysBetween } from '#domain/identity/calendar-date.ts'
import type { PatientFactsTable } from '../database/tables/patient-tables.ts'

/** A column of `patient_facts` by its full name, so that the rule may stand in a join. */
export function screeningColumn(name: keyof PatientFactsTable): RawBuilder<unknown> {
  return sql.ref(`patient_facts.${name}`)
}

/** True where the day lies in the last `days` days up to and including `asOf`; the days are counted here, not in SQL. */
export function isFresh(on: RawBuilder<unknown>, asOf: CalendarDate, days: number): RawBuilder<boolean> {
  return sql`${on} between ${daysBefore(asOf, days)}::date and ${asOf}::date`
}

/** So many days before, but not before the first day that a calendar has here. */
export function daysBefore(asOf: CalendarDate, days: number): CalendarDate {
  return days < daysBetween(firstDay, asOf) ? addDays(asOf, -days) : firstDay
}

export const firstDay: CalendarDate = '0001-01-01'

/** Whether the text in the column is one of the words; null where the column is. */
export function isAnyOf(column: RawBuilder<unknown>, words: readonly string[]): RawBuilder<boolean> {
  return sql`${column} = any(${[...words]}::text[])`
}
