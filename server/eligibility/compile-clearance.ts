import { sql } from 'kysely'
import { weightWindowDays } from '#domain/eligibility/freshness.ts'
import type { LabLeaf } from '#domain/eligibility/leaf.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { comparableLimits } from './comparable-measure.ts'
import { compileComparison } from './compile-comparison.ts'
import { readingClaim } from './compile-reading.ts'
import { answerOf, firstOf, open, ruleOfAnswer } from './compiled-answer.ts'
import type { CompiledRule } from './compiled-rule.ts'
import { isAnyOf, isFresh, screeningColumn } from './screening-column.ts'

/**
 * Creatinine clearance: worked out where creatinine and weight are fresh and the rest is known, else as reported, else
 * the first part that stops it is asked.
 */
export function compileClearance(leaf: LabLeaf, asOf: CalendarDate, windowDays: number): CompiledRule {
  const { cmp, value, unit } = leaf
  const clearance = screeningColumn('creatinine_clearance')
  const limit =
    typeof value === 'number'
      ? comparableLimits(value, unit, leaf.analyte).find((measure) => measure.unit === 'mL/min')?.number
      : undefined
  const isInside = limit === undefined ? sql`null::boolean` : compileComparison(clearance, cmp, limit)
  const reported = readingClaim('lab:crcl-cg', { ...leaf, code: leaf.analyte, limit: value, windowDays }, asOf)
  const gap = sql.ref('clearance.gap')
  const answer = firstOf(
    [[sql`${gap} is null`, answerOf(isInside, open('lab:crcl-cg'))]],
    answerOf(reported, sql<string>`${gap}`),
  )
  return ruleOfAnswer(
    sql`(select ${answer} from (select ${gapOf(asOf, windowDays)} as gap offset 0) as clearance)`,
    ['lab:gfr-measured'],
    [
      ['lab:crcl-cg', sql`true`],
      ['lab:creatinine', isFresh(screeningColumn('lab_creatinine_on'), asOf, windowDays)],
      ['observation:weight', isFresh(screeningColumn('weight_on'), asOf, weightWindowDays)],
    ],
  )
}

function gapOf(asOf: CalendarDate, windowDays: number) {
  const creatinine = sql`${isFresh(screeningColumn('lab_creatinine_on'), asOf, windowDays)} and ${screeningColumn('lab_creatinine')} > 0`
  const weight = sql`${isFresh(screeningColumn('weight_on'), asOf, weightWindowDays)} and ${screeningColumn('weight_kg')} > 0`
  return firstOf(
    [
      [sql`(${creatinine}) is not true`, open('lab:creatinine')],
      [sql`(${weight}) is not true`, open('observation:weight')],
      [sql`${screeningColumn('born_on')} is null`, open('birth-date')],
      [sql`(${isAnyOf(screeningColumn('sex'), ['female', 'male'])}) is not true`, open('sex')],
      // The formula is for adults; of a child no number is stored.
      [sql`${screeningColumn('creatinine_clearance')} is null`, open('lab:gfr-measured')],
    ],
    sql<string>`null::text`,
  )
}
