import { type RawBuilder, sql } from 'kysely'
import { labWindowDays } from '#domain/eligibility/freshness.ts'
import type { LabLeaf } from '#domain/eligibility/leaf.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { convertValue } from '#domain/identity/unit-of-measure.ts'
import { compileClearance } from './compile-clearance.ts'
import { compileComparison } from './compile-comparison.ts'
import { claimBesideColumn, isFreshReading, readingClaim } from './compile-reading.ts'
import { type CompiledRule, ruleOfValue } from './compiled-rule.ts'
import { type HeldLab, heldLabs } from './fact-catalogue.ts'
import { isFresh, screeningColumn } from './screening-column.ts'

/** A fresh result against a limit; stale is null like missing. What no column holds is read from the document. */
export function compileLab(leaf: LabLeaf, asOf: CalendarDate): CompiledRule {
  const windowDays = leaf.withinDays ?? labWindowDays(leaf.analyte)
  if (leaf.analyte === 'crcl-cg') return compileClearance(leaf, asOf, windowDays)
  const item = `lab:${leaf.analyte}`
  const held = heldLabs.get(leaf.analyte)
  const compared = held === undefined ? null : comparedWith(leaf, held)
  const fresh =
    held === undefined
      ? isFreshReading(item, asOf, windowDays)
      : isFresh(screeningColumn(`lab_${held.column}_on`), asOf, windowDays)
  if (compared === null) {
    const question = { ...leaf, code: leaf.analyte, limit: leaf.value, windowDays }
    return ruleOfValue(readingClaim(item, question, asOf), item, fresh)
  }
  const test = compileComparison(compared.column, leaf.cmp, compared.limit)
  // The document is looked at only where the column holds nothing of a fresh result.
  const beside = claimBesideColumn(item, { ...leaf, code: leaf.analyte }, compared.asked)
  return ruleOfValue(sql`case when ${fresh} then coalesce(${test}, ${beside}) end`, item, fresh)
}

/** The column and the limit in the unit of that column; null for a word, or a unit that it cannot be converted to. */
function comparedWith(
  { value, unit, analyte }: LabLeaf,
  held: HeldLab,
): { readonly column: RawBuilder<unknown>; readonly limit: number; readonly asked: number } | null {
  if (typeof value !== 'number') return null
  if (unit === 'xULN') return { column: screeningColumn(`lab_${held.column}_x_uln`), limit: value, asked: value }
  if (unit === 'xLLN') return { column: screeningColumn(`lab_${held.column}_x_lln`), limit: value, asked: value }
  const limit = unit === held.unit ? value : convertValue(value, unit, held.unit, analyte)
  return limit === 'incompatible' ? null : { column: screeningColumn(`lab_${held.column}`), limit, asked: value }
}
