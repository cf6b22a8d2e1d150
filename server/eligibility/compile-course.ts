import { sql } from 'kysely'
import { imagingWindowDays } from '#domain/eligibility/freshness.ts'
import type { DiseaseStatusLeaf, MeasurableDiseaseLeaf, ProgressionLeaf } from '#domain/eligibility/leaf.ts'
import { comparableWord } from '#domain/eligibility/recorded-word.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { answerOf, firstOf, open, ruleOfAnswer } from './compiled-answer.ts'
import { type CompiledRule, ruleOfValue } from './compiled-rule.ts'
import { isAnyOf, isFresh, screeningColumn } from './screening-column.ts'

/** The present status, or any in the window or after the first line began. */
export function compileDiseaseStatus(leaf: DiseaseStatusLeaf, asOf: CalendarDate): CompiledRule {
  const statuses = screeningColumn('disease_statuses')
  const words = leaf.in.map(comparableWord)
  if (leaf.withinDays === undefined && leaf.after === undefined) {
    const claim = isAnyOf(sql`(${statuses} -> 0 ->> ${'word'}::text)`, words)
    return ruleOfValue(claim, 'disease-status')
  }
  const startedOn = screeningColumn('first_line_started_on')
  const isInWindow = leaf.withinDays === undefined ? sql`true` : isFresh(sql.ref('status.day'), asOf, leaf.withinDays)
  const isAfter = leaf.after === undefined ? sql`true` : sql`status.day > ${startedOn}`
  // Of the statuses that fit, true after the start, null while the start is not known; none at all is false.
  const claim = sql`(select case when count(*) = 0 then false else bool_or(${isAfter}) end from jsonb_to_recordset(${statuses}) as status(day date, word text) where ${isAnyOf(sql.ref('status.word'), words)} and ${isInWindow})`
  const answer = answerOf(claim, open('treatment:lines'))
  return ruleOfAnswer(firstOf([[sql`${statuses} is null`, open('disease-status')]], answer))
}

/** Progression in the window before today, or from the start of a line until so many days after its end. */
export function compileProgression(leaf: ProgressionLeaf, asOf: CalendarDate): CompiledRule {
  const days = screeningColumn('progressions')
  const latest = sql`(${days} ->> 0)::date`
  const { relativeTo, withinDays } = leaf
  const claim =
    relativeTo !== undefined
      ? isDuring(relativeTo === 'firstLine.end' ? 'first_line' : 'last_line', withinDays ?? 0)
      : withinDays === undefined
        ? sql`true`
        : isFresh(latest, asOf, withinDays)
  return ruleOfAnswer(
    firstOf(
      [
        [sql`${days} is null`, open('progression')],
        [sql`${latest} is null`, answerOf(sql`false`, open('progression'))],
      ],
      answerOf(claim, open('treatment:lines')),
    ),
  )
}

/** Null where a date of the line is not recorded. No calendar has more days than are added to its end. */
function isDuring(line: 'first_line' | 'last_line', days: number) {
  const startedOn = screeningColumn(`${line}_started_on`)
  const endedOn = screeningColumn(`${line}_ended_on`)
  const isOngoing = screeningColumn(`${line}_is_ongoing`)
  const lastDay = sql`${endedOn} + ${Math.min(days, 4_000_000)}::integer`
  const isKnown = sql`${startedOn} is not null and (${endedOn} is not null or ${isOngoing})`
  const isInside = sql`each_day::date >= ${startedOn} and (${endedOn} is null or each_day::date <= ${lastDay})`
  return sql`case when ${isKnown} then exists (select from jsonb_array_elements_text(${screeningColumn('progressions')}) as each_day where ${isInside}) end`
}

/** By the criteria that the trial names, while the scan is fresh. */
export function compileMeasurableDisease(leaf: MeasurableDiseaseLeaf, asOf: CalendarDate): CompiledRule {
  const fresh = isFresh(screeningColumn('measurable_on'), asOf, leaf.withinDays ?? imagingWindowDays)
  const isSameMethod = sql`${screeningColumn('measurable_by')} = ${leaf.by}::text`
  const stated = screeningColumn(
    leaf.irradiatedLesionRule === undefined ? 'measurable' : 'measurable_unless_irradiated',
  )
  return ruleOfValue(sql`case when ${fresh} and ${isSameMethod} then ${stated} end`, 'measurable-disease')
}
