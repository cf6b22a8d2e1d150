import { type RawBuilder, sql } from 'kysely'
import { diseaseStatusWindowDays, imagingWindowDays, lookedDays } from '#domain/eligibility/freshness.ts'
import type { DiseaseStatusLeaf, MeasurableDiseaseLeaf, ProgressionLeaf } from '#domain/eligibility/leaf.ts'
import { comparableWord } from '#domain/eligibility/recorded-word.ts'
import { statusesDenying, statusesDenyingAll } from '#domain/eligibility/status-words.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { type Answer, answerOf, firstOf, notMet, open, ruleOfAnswer } from './compiled-answer.ts'
import { type CompiledRule, ruleOfValue } from './compiled-rule.ts'
import { isAnyOf, isFresh, screeningColumn } from './screening-column.ts'

/**
 * The present status, or any in the window or after the first line began; no only where somebody has looked since and
 * what is recorded rules the words out.
 */
export function compileDiseaseStatus(leaf: DiseaseStatusLeaf, asOf: CalendarDate): CompiledRule {
  const statuses = screeningColumn('disease_statuses')
  const words = leaf.in.map(comparableWord)
  const denying = statusesDenyingAll(leaf.in)
  const isLookedAt = isFresh(sql`(${statuses} -> 0 ->> ${'day'}::text)::date`, asOf, lookedDays(leaf))
  if (leaf.withinDays === undefined && leaf.after === undefined) {
    // Of the latest day, one of the words without a status that rules all of them out; no by statuses that do.
    const says = (any: readonly string[]) => sql`bool_or(${isAnyOf(sql.ref('status.word'), any)})`
    const isDenied = sql.join(
      leaf.in.map((word) => says(statusesDenying(word))),
      sql` and `,
    )
    const verdict = sql`case when ${says(words)} then case when not ${says(denying)} then true end when ${isDenied} then false end`
    const claim = sql`(select ${verdict} from jsonb_to_recordset(${statuses}) as status(day date, word text) where status.day = (${statuses} -> 0 ->> ${'day'}::text)::date)`
    return ruleOfValue(sql`case when ${isLookedAt} then ${claim} end`, 'disease-status')
  }
  const startedOn = screeningColumn('first_line_started_on')
  const isInWindow = leaf.withinDays === undefined ? sql`true` : isFresh(sql.ref('status.day'), asOf, leaf.withinDays)
  const isAfter = leaf.after === undefined ? sql`true` : sql`status.day > ${startedOn}`
  // Of the statuses that fit, true after the start, null while the start is not known; none at all is false.
  const claim = sql`(select case when count(*) = 0 then false else bool_or(${isAfter}) end from jsonb_to_recordset(${statuses}) as status(day date, word text) where ${isAnyOf(sql.ref('status.word'), words)} and ${isInWindow})`
  const isSilent = sql`exists (select from jsonb_to_recordset(${statuses}) as status(day date, word text) where not ${isAnyOf(sql.ref('status.word'), denying)} and ${isInWindow} and (${isAfter}) is not false)`
  const answer = answerOf(
    claim,
    open('treatment:lines'),
    noWhere(sql`(${isLookedAt} and not ${isSilent})`, 'disease-status'),
  )
  return ruleOfAnswer(firstOf([[sql`${statuses} is null`, open('disease-status')]], answer))
}

/** Progression in the window before today, or from the start of a line until so many days after its end. */
export function compileProgression(leaf: ProgressionLeaf, asOf: CalendarDate): CompiledRule {
  const days = screeningColumn('progressions')
  const lookedOn = screeningColumn('progression_looked_on')
  const { relativeTo, withinDays } = leaf
  const answer =
    relativeTo !== undefined
      ? answerOf(
          isDuring(relativeTo === 'firstLine.end' ? 'first_line' : 'last_line', withinDays ?? 0),
          open('treatment:lines'),
          noWhere(
            sql`(${lastDayOf(relativeTo === 'firstLine.end' ? 'first_line' : 'last_line', withinDays ?? 0)} <= ${lookedOn}) is true or ${isFresh(lookedOn, asOf, diseaseStatusWindowDays)}`,
            'progression',
          ),
        )
      : answerOf(
          isWithin(sql`(${days} ->> 0)::date`, asOf, withinDays),
          open('progression'),
          noWhere(isFresh(lookedOn, asOf, lookedDays(leaf)), 'progression'),
        )
  return ruleOfAnswer(firstOf([[sql`${days} is null`, open('progression')]], answer))
}

function noWhere(isLookedAt: RawBuilder<unknown>, item: string): Answer {
  return firstOf([[isLookedAt, notMet]], open(item))
}

/** Never null: a day that is not known is no progression. */
function isWithin(latest: RawBuilder<unknown>, asOf: CalendarDate, withinDays: number | undefined) {
  return withinDays === undefined ? sql`${latest} is not null` : sql`(${isFresh(latest, asOf, withinDays)}) is true`
}

/** Null where the end of the line is not recorded. No calendar has more days than are added to it. */
function lastDayOf(line: 'first_line' | 'last_line', days: number) {
  return sql`${screeningColumn(`${line}_ended_on`)} + ${Math.min(days, 4_000_000)}::integer`
}

/** Null where a date of the line is not recorded. */
function isDuring(line: 'first_line' | 'last_line', days: number) {
  const startedOn = screeningColumn(`${line}_started_on`)
  const endedOn = screeningColumn(`${line}_ended_on`)
  const isOngoing = screeningColumn(`${line}_is_ongoing`)
  const lastDay = lastDayOf(line, days)
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
