import { type RawBuilder, sql } from 'kysely'
import { completenessItem } from '#domain/eligibility/completeness.ts'
import { completenessWindowDays } from '#domain/eligibility/freshness.ts'
import type { Assertion } from '#domain/eligibility/patient-record.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { type Answer, firstOf, notMet, open } from './compiled-answer.ts'
import { isFresh, screeningColumn } from './screening-column.ts'

/** Where nothing recorded answers: no, if the category is confirmed complete; else somebody must confirm it. */
export function silence(
  category: Assertion['category'],
  asOf: CalendarDate,
  windowDays: number = completenessWindowDays[category],
): Answer {
  return firstOf([[isConfirmed(category, asOf, windowDays), notMet]], open(completenessItem(category).key))
}

export function isConfirmed(
  category: Assertion['category'],
  asOf: CalendarDate,
  windowDays: number = completenessWindowDays[category],
): RawBuilder<boolean> {
  return isFresh(screeningColumn(columns[category]), asOf, windowDays)
}

/** What was recorded as going on may still be taken to: it is no older than a "no" may be, or was reviewed since. */
export function stillGoesOn(
  day: RawBuilder<unknown>,
  category: Assertion['category'],
  asOf: CalendarDate,
  windowDays: number = completenessWindowDays[category],
): RawBuilder<boolean> {
  const isReviewed = sql`${day} <= ${asOf}::date and ${isConfirmed(category, asOf, windowDays)}`
  return sql`(${isFresh(day, asOf, windowDays)} or ${isReviewed})`
}

const columns = {
  'treatment-history-complete': 'treatment_history_complete_on',
  'comorbidities-reviewed': 'comorbidities_reviewed_on',
  'medicines-reviewed': 'medicines_reviewed_on',
  'infection-status-reviewed': 'infection_status_reviewed_on',
} as const
