import { type RawBuilder, sql } from 'kysely'
import { observationWindowDays } from '#domain/eligibility/freshness.ts'
import { opposites } from '#domain/eligibility/judge-measurement.ts'
import type { Comparison, ObservationLeaf } from '#domain/eligibility/leaf.ts'
import { boundedClaim, endComparison } from '#domain/eligibility/report-bound.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { comparableLimits } from './comparable-measure.ts'
import { compileComparison } from './compile-comparison.ts'
import { type CompiledRule, ruleOfValue } from './compiled-rule.ts'
import { isFresh, screeningColumn } from './screening-column.ts'

export function compileObservation(leaf: ObservationLeaf, asOf: CalendarDate): CompiledRule {
  const item = `observation:${leaf.concept}`
  const windowDays = leaf.withinDays ?? observationWindowDays(leaf.concept)
  const question = { ...leaf, code: leaf.concept, limit: leaf.value, windowDays }
  return ruleOfValue(readingClaim(item, question, asOf), item, isFreshReading(item, asOf, windowDays))
}

/** What is asked of a number, but for the limit. */
export interface MeasureQuestion {
  readonly code: string
  readonly cmp: Comparison
  readonly unit: string
}

export interface ReadingQuestion extends MeasureQuestion {
  readonly limit: number | string
  readonly windowDays: number
}

/** A fresh reading of the document against a number or a word; null where it is missing, stale or not comparable. */
export function readingClaim(key: string, question: ReadingQuestion, asOf: CalendarDate): RawBuilder<unknown> {
  const { limit } = question
  const claim =
    typeof limit === 'string' ? wordClaim(limit.toLowerCase()) : numberClaim(question, limit, compareReported)
  return freshReading(key, claim, asOf, question.windowDays)
}

/** Whether the document holds a current reading, whatever it says. */
export function isFreshReading(key: string, asOf: CalendarDate, days: number): RawBuilder<unknown> {
  return isFresh(sql`(${screeningColumn('readings')} -> ${key}::text ->> 'day')::date`, asOf, days)
}

/** The key is also the name of the reading in the document. */
export function freshReading(
  key: string,
  claim: RawBuilder<unknown>,
  asOf: CalendarDate,
  days: number,
): RawBuilder<unknown> {
  return claimOfEntry(key, sql`case when ${isFresh(sql.ref('reading.day'), asOf, days)} then ${claim} end`)
}

/** The claim of every result of the day: null where one says otherwise, or nothing. */
export function claimOfEntry(key: string, claim: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select case when bool_and(judged.claim is true) then true when bool_and(judged.claim is false) then false end from (select ${claim} as claim from ${resultsOfDay(key)}) as judged)`
}

/** Whether the claim holds of any fresh result of the day. Never null where there is one. */
export function anyFreshReading(
  key: string,
  claim: RawBuilder<unknown>,
  asOf: CalendarDate,
  days: number,
): RawBuilder<unknown> {
  const isCounted = sql`${isFresh(sql.ref('reading.day'), asOf, days)} and ${claim}`
  return sql`(select bool_or((${isCounted}) is true) from ${resultsOfDay(key)})`
}

/** Whether the newest day has several results that say different things. */
export function hasSeveralResults(key: string): RawBuilder<unknown> {
  return sql`coalesce(${screeningColumn('readings')} -> ${key}::text ? ${'all'}::text, false)`
}

/** The results in a FROM: those of the entry that has several, else the entry itself; no row where there is none. */
function resultsOfDay(key: string): RawBuilder<unknown> {
  const held = sql`(select ${screeningColumn('readings')} -> ${key}::text as entry offset 0) as held`
  const results = sql`case when held.entry is not null then coalesce(held.entry -> ${'all'}::text, jsonb_build_array(held.entry)) end`
  return sql`${held}, jsonb_to_recordset(${results}) as reading(day date, word text, number float8, unit text, x_uln float8, x_lln float8, bound text)`
}

/** A word answers only by itself or by its opposite; a number is no word. */
function wordClaim(wanted: string): RawBuilder<unknown> {
  const opposite = opposites[wanted]
  const no = opposite === undefined ? sql`` : sql` when ${opposite}::text then false`
  return sql`(case when reading.number is null then case reading.word when ${wanted}::text then true${no} end end)`
}

type Compare = (number: RawBuilder<unknown>, cmp: Comparison, limit: number) => RawBuilder<unknown>

function numberClaim({ code, cmp, unit }: MeasureQuestion, limit: number, compare: Compare): RawBuilder<unknown> {
  if (unit === 'xULN') return compare(sql.ref('reading.x_uln'), cmp, limit)
  if (unit === 'xLLN') return compare(sql.ref('reading.x_lln'), cmp, limit)
  return measureClaim(sql.ref('reading'), { cmp, limit, unit, code }, compare)
}

/** A number of a reading with the limit, whether or not it is the end of the range of an assay. */
const compareReported: Compare = (number, cmp, limit) =>
  sql`(case when reading.bound is null then ${compileComparison(number, cmp, limit)} else ${compareBeyond(number, cmp, limit)} end)`

/** A result beyond the range of its assay with the limit: null where it depends on what it is, and for every other. */
const compareBeyond: Compare = (number, cmp, limit) => {
  const whens = (['<', '>'] as const).map((bound) => {
    const isSettled = compileComparison(number, endComparison[bound], limit)
    return sql`when ${bound}::text then case when ${isSettled} then ${boundedClaim(bound, cmp)}::boolean end`
  })
  return sql`(case reading.bound ${sql.join(whens, sql` `)} end)`
}

/**
 * The claim of what is in the document although its analyte has columns, because it is no one number: a result beyond the
 * range of its assay, or several of one day. Whether it is fresh is for the caller. That there is an entry is looked at
 * first: hardly anybody has.
 */
export function claimBesideColumn(key: string, question: MeasureQuestion, limit: number): RawBuilder<unknown> {
  return claimOfSeveral(key, numberClaim(question, limit, compareReported))
}

/** The claim of an entry that hardly anybody has. */
export function claimOfSeveral(key: string, claim: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when ${screeningColumn('readings')} ? ${key}::text then ${claimOfEntry(key, claim)} end`
}

/** Compares `number` with the limit in the unit that it is held in. A ratio may come without a unit. */
export function measureClaim(
  row: RawBuilder<unknown>,
  { cmp, limit, unit, code }: MeasureQuestion & { readonly limit: number },
  compare: Compare = compileComparison,
): RawBuilder<unknown> {
  const recorded = unit === 'ratio' ? sql`coalesce(${row}.unit, ${unit}::text)` : sql`${row}.unit`
  const whens = comparableLimits(limit, unit, code).map(
    (measure) => sql`when ${measure.unit}::text then ${compare(sql`${row}.number`, cmp, measure.number)}`,
  )
  return sql`(case ${recorded} ${sql.join(whens, sql` `)} end)`
}
