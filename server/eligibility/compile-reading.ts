import { type RawBuilder, sql } from 'kysely'
import { observationWindowDays } from '#domain/eligibility/freshness.ts'
import { opposites } from '#domain/eligibility/judge-measurement.ts'
import type { Comparison, ObservationLeaf } from '#domain/eligibility/leaf.ts'
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

export interface ReadingQuestion {
  readonly code: string
  readonly cmp: Comparison
  readonly limit: number | string
  readonly unit: string
  readonly windowDays: number
}

/** A fresh reading of the document against a number or a word; null where it is missing, stale or not comparable. */
export function readingClaim(key: string, question: ReadingQuestion, asOf: CalendarDate): RawBuilder<unknown> {
  const { limit } = question
  const claim = typeof limit === 'string' ? wordClaim(limit.toLowerCase()) : numberClaim(question, limit)
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
  const fresh = isFresh(sql.ref('reading.day'), asOf, days)
  return sql`(select case when ${fresh} then ${claim} end from jsonb_to_record(${screeningColumn('readings')} -> ${key}::text) as reading(day date, word text, number float8, unit text, x_uln float8, x_lln float8))`
}

/** A word answers only by itself or by its opposite; a number is no word. */
function wordClaim(wanted: string): RawBuilder<unknown> {
  const opposite = opposites[wanted]
  const no = opposite === undefined ? sql`` : sql` when ${opposite}::text then false`
  return sql`(case when reading.number is null then case reading.word when ${wanted}::text then true${no} end end)`
}

function numberClaim({ code, cmp, unit }: ReadingQuestion, limit: number): RawBuilder<unknown> {
  if (unit === 'xULN') return compileComparison(sql.ref('reading.x_uln'), cmp, limit)
  if (unit === 'xLLN') return compileComparison(sql.ref('reading.x_lln'), cmp, limit)
  return measureClaim(sql.ref('reading'), { cmp, limit, unit, code })
}

/** Compares `number` with the limit in the unit that it is held in. A ratio may come without a unit. */
export function measureClaim(
  row: RawBuilder<unknown>,
  {
    cmp,
    limit,
    unit,
    code,
  }: { readonly cmp: Comparison; readonly limit: number; readonly unit: string; readonly code: string },
): RawBuilder<unknown> {
  const recorded = unit === 'ratio' ? sql`coalesce(${row}.unit, ${unit}::text)` : sql`${row}.unit`
  const whens = comparableLimits(limit, unit, code).map(
    (measure) => sql`when ${measure.unit}::text then ${compileComparison(sql`${row}.number`, cmp, measure.number)}`,
  )
  return sql`(case ${recorded} ${sql.join(whens, sql` `)} end)`
}
