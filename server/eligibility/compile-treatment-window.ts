import { type RawBuilder, sql } from 'kysely'
import { goingOnTreatmentDays } from '#domain/eligibility/freshness.ts'
import { goingOnGap, type TreatmentWindow } from '#domain/eligibility/treatment-window.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { daysBefore } from './screening-column.ts'

/**
 * Whether the last dose of the row `treatment` lies in the window; null where the day or the half-life that would tell is
 * not recorded. A treatment that goes on is inside, one that is still to come is not.
 */
export function isInTreatmentWindow(window: TreatmentWindow, asOf: CalendarDate): RawBuilder<unknown> {
  if (window.withinDays === undefined && window.orHalfLives === undefined) return sql`true`
  const { isRecent, isPast } = window.orHalfLives === undefined ? byDays(window, asOf) : byHalfLives(window, asOf)
  const startedOn = sql.ref('treatment.started_on')
  const endedOn = sql.ref('treatment.ended_on')
  const today = sql`${asOf}::date`
  return sql`(case when ${startedOn} > ${today} then false when ${endedOn} > ${today} then true when treatment.is_ongoing then case when (${isLapsed(asOf)}) is not true or ${isRecent(sql.ref('treatment.said_on'))} then true end when ${endedOn} is null then case when ${isRecent(startedOn)} then true end when ${isRecent(endedOn)} then true when ${isPast(endedOn)} then false end)`
}

/** Said to go on too long ago to be taken to. */
function isLapsed(asOf: CalendarDate): RawBuilder<unknown> {
  return sql`treatment.is_ongoing and treatment.said_on < ${daysBefore(asOf, goingOnTreatmentDays)}::date`
}

/** The day to see what is missing by: without a last dose nothing else would help. */
export function windowGap(asOf: CalendarDate): RawBuilder<unknown> {
  return sql`(case when ${isLapsed(asOf)} then ${goingOnGap}::text when treatment.ended_on is null then ${'last dose date'}::text else ${'half-life'}::text end)`
}

type DayTest = (day: RawBuilder<unknown>) => RawBuilder<unknown>

function byDays({ withinDays = 0 }: TreatmentWindow, asOf: CalendarDate): Record<'isRecent' | 'isPast', DayTest> {
  const first = daysBefore(asOf, withinDays)
  return { isRecent: (day) => sql`${day} >= ${first}::date`, isPast: (day) => sql`${day} < ${first}::date` }
}

/** The window of each row has its own length: the days since are counted in SQL. */
function byHalfLives(
  { withinDays, orHalfLives = 0, whichever }: TreatmentWindow,
  asOf: CalendarDate,
): Record<'isRecent' | 'isPast', DayTest> {
  const isShorter = whichever === 'shorter'
  const days = withinDays === undefined ? sql`null::float8` : sql`${withinDays}::float8`
  const halfLives = sql`ceil(${orHalfLives}::float8 * treatment.half_life_days)`
  // Both functions leave out what is null, so that days that are not asked do not count.
  const known = sql`${sql.raw(isShorter ? 'least' : 'greatest')}(${days}, ${halfLives})`
  const isKnown = sql`treatment.half_life_days is not null`
  const least = sql`(case when ${isKnown} then ${known} else ${withinDays === undefined || isShorter ? -1 : withinDays}::float8 end)`
  const most = sql`(case when ${isKnown} then ${known} else ${isShorter ? days : sql`null::float8`} end)`
  const since = (day: RawBuilder<unknown>) => sql`(${asOf}::date - ${day})`
  return {
    isRecent: (day) => sql`${since(day)} <= ${least}`,
    isPast: (day) => sql`${since(day)} > ${most}`,
  }
}
