import { sql } from 'kysely'
import type { Leaf, SexLeaf } from '#domain/eligibility/leaf.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { compileAge } from './compile-age.ts'
import { compileBiomarker } from './compile-biomarker.ts'
import { compileDiagnosis } from './compile-diagnosis.ts'
import { compileLab, compilePerformanceStatus } from './compile-measurement.ts'
import { compileStage } from './compile-stage.ts'
import { type CompiledRule, ruleOnColumn } from './compiled-rule.ts'
import { screeningColumn } from './screening-column.ts'

/** A leaf as SQL; null for what the columns do not hold, which the evaluator of criteria must decide. */
export function compileLeaf(leaf: Leaf, asOf: CalendarDate): CompiledRule | null {
  switch (leaf.op) {
    case 'age':
      return compileAge(leaf, asOf)
    case 'sex':
      return compileSex(leaf)
    case 'diagnosis':
      return compileDiagnosis(leaf)
    case 'stage':
      return compileStage(leaf)
    case 'ps':
      return compilePerformanceStatus(leaf, asOf)
    case 'lab':
      return compileLab(leaf, asOf)
    case 'biomarker':
      return compileBiomarker(leaf)
    default:
      return null
  }
}

function compileSex(leaf: SexLeaf): CompiledRule {
  const sex = screeningColumn('sex')
  return ruleOnColumn(sex, sql`${sex} = any(${[...leaf.in]}::text[])`)
}
