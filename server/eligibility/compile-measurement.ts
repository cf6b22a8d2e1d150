import { type RawBuilder, sql } from 'kysely'
import { labWindowDays, performanceStatusWindowDays } from '#domain/eligibility/freshness.ts'
import type { LabLeaf, PerformanceStatusLeaf } from '#domain/eligibility/leaf.ts'
import { comparableWord } from '#domain/eligibility/recorded-word.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { convertValue } from '#domain/identity/unit-of-measure.ts'
import { compileComparison } from './compile-comparison.ts'
import { type CompiledRule, ruleOfValue } from './compiled-rule.ts'
import { type HeldLab, heldLabs, heldScales } from './fact-catalogue.ts'
import { isFresh, screeningColumn } from './screening-column.ts'

/** A fresh number against a limit; stale is null like missing. A word, or an analyte without columns, is not compiled. */
export function compileLab(leaf: LabLeaf, asOf: CalendarDate): CompiledRule | null {
  const held = heldLabs.get(leaf.analyte)
  const compared = held === undefined ? null : comparedWith(leaf, held)
  if (held === undefined || compared === null) return null
  const windowDays = leaf.withinDays ?? labWindowDays(leaf.analyte)
  const fresh = isFresh(screeningColumn(`lab_${held.column}_on`), asOf, windowDays)
  return ruleOfValue(sql`case when ${fresh} then ${compileComparison(compared.column, leaf.cmp, compared.limit)} end`)
}

/** The column and the limit in the unit of that column. */
function comparedWith(
  { value, unit, analyte }: LabLeaf,
  held: HeldLab,
): { readonly column: RawBuilder<unknown>; readonly limit: number } | null {
  if (typeof value !== 'number') return null
  if (unit === 'xULN') return { column: screeningColumn(`lab_${held.column}_x_uln`), limit: value }
  if (unit === 'xLLN') return { column: screeningColumn(`lab_${held.column}_x_lln`), limit: value }
  const limit = unit === held.unit ? value : convertValue(value, unit, held.unit, analyte)
  return limit === 'incompatible' ? null : { column: screeningColumn(`lab_${held.column}`), limit }
}

/** A list is compared by its words, limits by the number; where a limit is asked, a word that is no number is unknown. */
export function compilePerformanceStatus(leaf: PerformanceStatusLeaf, asOf: CalendarDate): CompiledRule | null {
  const scale = heldScales.get(leaf.scale)
  if (scale === undefined) return null
  const number = screeningColumn(`ps_${scale}`)
  const { min, max } = leaf
  const fresh = isFresh(screeningColumn(`ps_${scale}_on`), asOf, leaf.withinDays ?? performanceStatusWindowDays)
  const listed = leaf.in?.map(comparableWord)
  const tests = [
    ...(listed === undefined ? [] : [sql`${screeningColumn(`ps_${scale}_word`)} = any(${listed}::text[])`]),
    ...(min === undefined ? [] : [sql`${number} >= ${min}::float8`]),
    ...(max === undefined ? [] : [sql`${number} <= ${max}::float8`]),
  ]
  const needsNumber = min !== undefined || max !== undefined
  const isReadable = needsNumber ? sql`${fresh} and ${number} is not null` : fresh
  return ruleOfValue(sql`case when ${isReadable} then ${sql.join([sql`true`, ...tests], sql` and `)} end`)
}
