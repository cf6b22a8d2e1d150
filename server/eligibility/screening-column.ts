import { type RawBuilder, sql } from 'kysely'
import { addDays, type CalendarDate, daysBetween } from '#domain/identity/calendar-date.ts'
import type { PatientFactsTable } from '../database/tables/patient-tables.ts'

/** A column of `patient_facts` by its full name, so that the rule may stand in a join. */
export function screeningColumn(name: keyof PatientFactsTable): RawBuilder<unknown> {
  return sql.ref(`patient_facts.${name}`)
}

/** True where the day lies in the last `days` days up to and including `asOf`; the days are counted here, not in SQL. */
export function isFresh(on: RawBuilder<unknown>, asOf: CalendarDate, days: number): RawBuilder<boolean> {
  const from = days < daysBetween(firstDay, asOf) ? addDays(asOf, -days) : firstDay
  return sql`${on} between ${from}::date and ${asOf}::date`
}

export const firstDay: CalendarDate = '0001-01-01'
