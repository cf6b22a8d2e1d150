import { type RawBuilder, sql } from 'kysely'
import { performanceStatusWindowDays, scoreWindowDays } from '#domain/eligibility/freshness.ts'
import type { PerformanceStatusLeaf, ScoreLeaf } from '#domain/eligibility/leaf.ts'
import { comparableWord } from '#domain/eligibility/recorded-word.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { claimOfSeveral, freshReading, isFreshReading } from './compile-reading.ts'
import { type CompiledRule, ruleOfValue } from './compiled-rule.ts'
import { heldScales } from './fact-catalogue.ts'
import { childPughClass } from './reading-columns.ts'
import { isFresh, screeningColumn } from './screening-column.ts'

export function compilePerformanceStatus(leaf: PerformanceStatusLeaf, asOf: CalendarDate): CompiledRule {
  const scale = heldScales[leaf.scale]
  const columns = { word: screeningColumn(`ps_${scale}_word`), number: screeningColumn(`ps_${scale}`) }
  const fresh = isFresh(screeningColumn(`ps_${scale}_on`), asOf, leaf.withinDays ?? performanceStatusWindowDays)
  const item = `ps:${leaf.scale}`
  const beside = claimOfSeveral(item, scaleClaim(leaf, inDocument))
  return ruleOfValue(sql`case when ${fresh} then coalesce(${scaleClaim(leaf, columns)}, ${beside}) end`, item, fresh)
}

/** A Child-Pugh score is asked for by its class. */
export function compileScore(leaf: ScoreLeaf, asOf: CalendarDate): CompiledRule {
  const item = `score:${leaf.name}`
  const key = leaf.in !== undefined && leaf.name === 'child-pugh' ? childPughClass : item
  const days = leaf.withinDays ?? scoreWindowDays
  return ruleOfValue(freshReading(key, scaleClaim(leaf, inDocument), asOf, days), item, isFreshReading(key, asOf, days))
}

const inDocument = { word: sql.ref('reading.word'), number: sql.ref('reading.number') }

/** A list is compared by its words, limits by the number; where a limit is asked, a word that is no number is unknown. */
function scaleClaim(
  {
    in: listed,
    min,
    max,
  }: { readonly in?: readonly (string | number)[]; readonly min?: number; readonly max?: number },
  { word, number }: { readonly word: RawBuilder<unknown>; readonly number: RawBuilder<unknown> },
): RawBuilder<unknown> {
  const tests = [
    sql`true`,
    ...(listed === undefined ? [] : [sql`${word} = any(${listed.map(comparableWord)}::text[])`]),
    ...(min === undefined ? [] : [sql`${number} >= ${min}::float8`]),
    ...(max === undefined ? [] : [sql`${number} <= ${max}::float8`]),
  ]
  const all = sql.join(tests, sql` and `)
  return min === undefined && max === undefined ? sql`(${all})` : sql`(case when ${number} is not null then ${all} end)`
}
