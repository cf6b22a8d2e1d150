import { type RawBuilder, sql } from 'kysely'
import type { IntervalLeaf, LinesOfTherapyLeaf } from '#domain/eligibility/event-leaf.ts'
import { askedOfTherapy, type EventQuestion, readEvent } from '#domain/eligibility/trial-events.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { isConfirmed, silence } from './compile-silence.ts'
import { treatmentRows } from './compile-treatment.ts'
import { isOfClass } from './compile-treatment-class.ts'
import { type Answer, answerOf, firstOf, met, notMet, open, ruleOfAnswer } from './compiled-answer.ts'
import { type CompiledRule, ruleForPerson } from './compiled-rule.ts'
import { lineCountIndex } from './line-count-index.ts'
import { daysBefore, isAnyOf, screeningColumn } from './screening-column.ts'

/** Calendar days from an event to today, both limits inside. The day of the event is compared with cut-offs. */
export function compileInterval(leaf: IntervalLeaf, asOf: CalendarDate): CompiledRule {
  const item = `interval:${leaf.from}`
  const event = readEvent(leaf.from)
  if (event === null) return ruleForPerson(item)
  const judge = ({ isNone, day }: EventDay): Answer =>
    firstOf([[isNone, silence('treatment-history-complete', asOf)]], answerOf(isBetween(leaf, day, asOf), open(item)))
  if (event.kind === 'firstLine' || event.kind === 'lastLine')
    return ruleOfAnswer(judge(dayOfLine(event.kind, leaf.from)))
  return ruleOfAnswer(sql`(select ${judge(dayOfTreatments)} from ${treatmentsOfEvent(event)})`)
}

/** Whether the event is still too near, which time alone will mend. Never null. */
export function isTooEarly(leaf: IntervalLeaf, asOf: CalendarDate): RawBuilder<boolean> {
  const event = readEvent(leaf.from)
  if (event === null) return sql`false`
  const isAfter = ({ day }: EventDay) => sql`coalesce(${day} > ${daysBefore(asOf, leaf.minDays ?? 0)}::date, false)`
  if (event.kind === 'firstLine' || event.kind === 'lastLine') return sql`${isAfter(dayOfLine(event.kind, leaf.from))}`
  return sql`(select ${isAfter(dayOfTreatments)} from ${treatmentsOfEvent(event)})`
}

function isBetween({ minDays = 0, maxDays }: IntervalLeaf, day: RawBuilder<unknown>, asOf: CalendarDate) {
  const isLateEnough = sql`${day} <= ${daysBefore(asOf, minDays)}::date`
  return maxDays === undefined ? isLateEnough : sql`${isLateEnough} and ${day} >= ${daysBefore(asOf, maxDays)}::date`
}

interface EventDay {
  /** No treatment is recorded that fits. */
  readonly isNone: RawBuilder<unknown>
  /** Null while it goes on or where one of the days is not recorded. */
  readonly day: RawBuilder<unknown>
}

function dayOfLine(kind: 'firstLine' | 'lastLine', event: string): EventDay {
  const line = kind === 'firstLine' ? 'first_line' : 'last_line'
  const end = event.endsWith('.start') ? 'started_on' : 'ended_on'
  return {
    isNone: sql`${screeningColumn(`${line}_is_ongoing`)} is null`,
    day: screeningColumn(`${line}_${end}`),
  }
}

/** One that is only possible leaves the day open unless it ended before. */
const dayOfTreatments: EventDay = {
  isNone: sql`count(*) = 0`,
  day: sql`(case when not bool_or(of_event.is_ongoing) and count(of_event.ended_on) = count(*) and max(of_event.ended_on) = max(of_event.ended_on) filter (where of_event.is_certain) then max(of_event.ended_on) end)`,
}

type EventOfTreatments = Extract<EventQuestion, { kind: 'surgery' | 'therapy' }>

/** The treatments of the event and those that may belong to it: a class, a setting or the sort of operation is open. */
function treatmentsOfEvent(event: EventOfTreatments): RawBuilder<unknown> {
  return sql`(select treatment.ended_on, treatment.is_ongoing, ${isEvent(event)} as is_certain from ${treatmentRows} offset 0) as of_event where of_event.is_certain is not false`
}

function isEvent(event: EventOfTreatments): RawBuilder<unknown> {
  const isSurgery = sql`treatment.kind = ${'surgery'}::text`
  if (event.kind === 'surgery') return sql`${isSurgery} and treatment.procedure = ${event.procedure}::text`
  const { settings, classes } = askedOfTherapy(event.names)
  const isOfSetting = settings.length === 0 ? sql`false` : isAnyOf(sql.ref('treatment.setting'), settings)
  return sql`not (${isSurgery}) and (${isOfClass(classes)} or ${isOfSetting})`
}

/** A recorded line counts at once; that there are no more needs a history confirmed complete, and no line missing in it. */
export function compileLines({ setting, min = 0, max }: LinesOfTherapyLeaf, asOf: CalendarDate): CompiledRule {
  const counts = sql`(${screeningColumn('line_counts')} -> ${lineCountIndex(setting)}::integer)`
  const least = sql`coalesce((${counts} ->> ${0}::integer)::float8, 0)`
  // Of no treatment at all there are no counts; of missing lines there is no most.
  const most = sql`(case when ${counts} is null then 0 else coalesce((${counts} ->> ${1}::integer)::float8, ${'infinity'}::float8) end)`
  const isComplete = isConfirmed('treatment-history-complete', asOf)
  const isEnough = sql`lines.least >= ${min}::float8`
  const isNotTooMany = max === undefined ? sql`true` : sql`lines.is_complete and lines.most <= ${max}::float8`
  const isTooMany = max === undefined ? sql`false` : sql`lines.least > ${max}::float8`
  const answer = firstOf(
    [
      [sql`${isEnough} and ${isNotTooMany}`, met],
      [sql`lines.is_complete and lines.most < ${min}::float8 or ${isTooMany}`, notMet],
      [sql`lines.most = ${'infinity'}::float8`, open('treatment:earlier-lines')],
      [sql`lines.is_complete`, open('treatment:lines')],
    ],
    open('assertion:treatment-history-complete'),
  )
  return ruleOfAnswer(
    sql`(select ${answer} from (select ${least} as least, ${most} as most, ${isComplete} as is_complete offset 0) as lines)`,
  )
}
