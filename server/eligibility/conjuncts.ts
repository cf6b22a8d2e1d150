import { partsOf } from '#domain/eligibility/cohorts-of.ts'
import type { Criterion, Expr } from '#domain/eligibility/criterion.ts'
import { compileNot } from './compile-branch.ts'
import type { CompileContext } from './compile-criterion.ts'
import { compileExpr } from './compile-expr.ts'
import { type CompiledRule, toRead } from './compiled-rule.ts'

/** Everything that must hold for the criteria to be met, each part as a rule; what is cheap and turns most away first. */
export function compileConjuncts(criteria: readonly Criterion[], context: CompileContext): readonly CompiledRule[] {
  const conjuncts = criteria.flatMap(({ kind, expr }) =>
    expr === null ? [{ expr, isTurned: false }] : split(expr, kind === 'exclusion'),
  )
  return conjuncts.toSorted((a, b) => costOf(a.expr) - costOf(b.expr)).map((conjunct) => compile(conjunct, context))
}

/** A part that must hold, or, where `isTurned`, must not. */
interface Conjunct {
  readonly expr: Expr | null
  readonly isTurned: boolean
}

/** "Not one of these" is "not this, and not that": each part can then be put in its place. */
function split(expr: Expr, isTurned: boolean): readonly Conjunct[] {
  if (expr.op === 'not') return split(expr.of, !isTurned)
  if (expr.op === (isTurned ? 'any' : 'all')) return partsOf(expr).flatMap((part) => split(part, isTurned))
  return [{ expr, isTurned }]
}

function compile({ expr, isTurned }: Conjunct, { asOf, cohort }: CompileContext): CompiledRule {
  if (expr === null) return toRead
  const rule = compileExpr(expr, { asOf, cohort: cohort ?? null, harmless: !isTurned })
  return isTurned ? compileNot(rule) : rule
}

/** How dear an answer is to come by; of a rule of several parts, its dearest part. */
export function costOf(expr: Expr | null): number {
  if (expr === null) return 0
  const parts = partsOf(expr)
  return parts.length === 0 ? (costs[expr.op] ?? 10) : 1 + Math.max(...parts.map(costOf))
}

/** By how many patients a kind of question turns away, and what it takes to ask: columns before documents. */
const costs: Partial<Record<Expr['op'], number>> = {
  diagnosis: 1,
  sex: 2,
  age: 3,
  ps: 4,
  diseaseExtent: 4,
  grade: 4,
  measurableDisease: 4,
  bestResponse: 4,
  standardOptions: 4,
  childbearingPotential: 4,
  rareCancer: 4,
  morphology: 5,
  topography: 5,
  stage: 5,
  lab: 6,
  biomarker: 7,
  linesOfTherapy: 8,
  metastasis: 8,
  infection: 8,
}
