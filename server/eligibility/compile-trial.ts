import { type RawBuilder, sql } from 'kysely'
import type { ScreenedRecord } from '#domain/eligibility/assess-trial.ts'
import { partsOf } from '#domain/eligibility/cohorts-of.ts'
import type { Criterion, Expr } from '#domain/eligibility/criterion.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { compileBranch, compileNot } from './compile-branch.ts'
import type { CompileContext } from './compile-criterion.ts'
import { compileCancerTypes } from './compile-diagnosis.ts'
import { compileExpr } from './compile-expr.ts'
import { type CompiledRule, notComputed, ruleOfValue } from './compiled-rule.ts'
import { screeningColumn } from './screening-column.ts'

/**
 * A whole trial as SQL: false for whom some criterion or the cancer type stops, true for whom nothing does, else null.
 * Advisory criteria never decide. A criterion of one cohort is unknown, because it stops nobody who may join another.
 * What is cheap and turns most patients away comes first.
 */
export function compileTrial(
  trial: Pick<ScreenedRecord, 'criteria' | 'cancerTypeIds' | 'isBasket'>,
  { asOf }: CompileContext,
): CompiledRule {
  const deciding = trial.criteria.filter((criterion) => criterion.class !== 'advisory')
  const conjuncts = deciding.flatMap(conjunctsOf).toSorted((a, b) => a.cost - b.cost)
  return compileBranch('and', [
    compileCancerFit(trial),
    ruleOfValue(sql`${screeningColumn('died_on')} is null`),
    ...conjuncts.map((conjunct) => compileConjunct(conjunct, asOf)),
    ...(deciding.length === 0 ? [notComputed] : []),
  ])
}

/**
 * How the cancer fits: surely, possibly, or not at all. A trial for many cancers takes whoever is left over; one whose
 * conditions are in no taxonomy has to be read by a person.
 */
function compileCancerFit({ cancerTypeIds, isBasket }: Pick<ScreenedRecord, 'cancerTypeIds' | 'isBasket'>) {
  if (!isBasket) return cancerTypeIds.length === 0 ? notComputed : compileCancerTypes(cancerTypeIds)
  const asked = sql`${[...cancerTypeIds]}::text[]`
  const overlaps = (column: RawBuilder<unknown>) => sql`${column} && ${asked}`
  const isOpen = sql`${overlaps(screeningColumn('cancer_group'))} or ${overlaps(screeningColumn('cancer_possible'))}`
  return ruleOfValue(sql`case when ${overlaps(screeningColumn('cancer_exact'))} or not (${isOpen}) then true end`)
}

/** A part that must hold, or, where `isTurned`, must not. */
interface Conjunct {
  readonly expr: Expr | null
  readonly isTurned: boolean
  readonly cost: number
}

function conjunctsOf({ kind, expr, appliesTo }: Criterion): readonly Conjunct[] {
  if (expr === null || appliesTo !== undefined) return [{ expr: null, isTurned: false, cost: 0 }]
  return split(expr, kind === 'exclusion')
}

/** "Not one of these" is "not this, and not that": each part can then be put in its place. */
function split(expr: Expr, isTurned: boolean): readonly Conjunct[] {
  if (expr.op === 'not') return split(expr.of, !isTurned)
  if (expr.op === (isTurned ? 'any' : 'all')) return partsOf(expr).flatMap((part) => split(part, isTurned))
  return [{ expr, isTurned, cost: costOf(expr) }]
}

function compileConjunct({ expr, isTurned }: Conjunct, asOf: CalendarDate): CompiledRule {
  const rule = expr === null ? notComputed : compileExpr(expr, asOf)
  return isTurned ? compileNot(rule) : rule
}

function costOf(expr: Expr): number {
  const parts = partsOf(expr)
  return parts.length === 0 ? (costs[expr.op] ?? 0) : 1 + Math.max(...parts.map(costOf))
}

/** By how many patients a kind of question turns away, and what it takes to ask; what SQL does not hold costs nothing. */
const costs: Partial<Record<Expr['op'], number>> = {
  diagnosis: 1,
  sex: 2,
  age: 3,
  ps: 4,
  stage: 5,
  lab: 6,
  biomarker: 7,
}
