import { type RawBuilder, sql } from 'kysely'
import { completenessItem } from '#domain/eligibility/completeness.ts'
import { reviewOnTreatmentDays } from '#domain/eligibility/freshness.ts'
import { addDays, type CalendarDate } from '#domain/identity/calendar-date.ts'
import { isConfirmed } from './compile-silence.ts'
import { treatmentRows } from './compile-treatment.ts'
import { type Answer, firstOf, notMet, open } from './compiled-answer.ts'
import { screeningColumn } from './screening-column.ts'

/** As `silence`, of toxicity and infection: a review of the comorbidities that a treatment has overtaken says nothing. */
export function acuteSilence(asOf: CalendarDate, windowDays: number): Answer {
  return firstOf([[isConfirmedSinceTreatment(asOf, windowDays), notMet]], open(completenessItem(category).key))
}

/** Reviewed recently enough, and neither systemic treatment nor radiotherapy was given on that day or after it. */
export function isConfirmedSinceTreatment(asOf: CalendarDate, windowDays: number): RawBuilder<boolean> {
  const reviewedOn = screeningColumn('comorbidities_reviewed_on')
  const hasGoneOn = sql`(treatment.is_ongoing and ${reviewedOn} < ${addDays(asOf, -reviewOnTreatmentDays)}::date)`
  const isSince = sql`(${hasGoneOn} or treatment.started_on >= ${reviewedOn} or treatment.ended_on >= ${reviewedOn})`
  const hasBegun = sql`coalesce(treatment.started_on <= ${asOf}::date, true)`
  const given = sql`select from ${treatmentRows} where treatment.kind <> ${'surgery'}::text and ${hasBegun} and ${isSince}`
  return sql`(case when ${isConfirmed(category, asOf, windowDays)} then not exists (${given}) end)`
}

const category = 'comorbidities-reviewed'
