import type { Criterion, Expr } from './criterion.ts'

/** The names of the cohorts that the criteria speak of, each once, in the order of their first mention. */
export function cohortsOf(criteria: readonly Pick<Criterion, 'expr' | 'appliesTo'>[]): readonly string[] {
  const known = namesOf.get(criteria)
  if (known !== undefined) return known
  const names = criteria.flatMap(({ expr, appliesTo }) => [
    ...(appliesTo ?? []),
    ...(expr === null ? [] : cohortsIn(expr)),
  ])
  const distinct = [...new Set(names)]
  namesOf.set(criteria, distinct)
  return distinct
}

/** The criteria of a trial are asked for each patient; their names are looked for once. */
const namesOf = new WeakMap<readonly Pick<Criterion, 'expr' | 'appliesTo'>[], readonly string[]>()

/** The names in one expression, some perhaps twice. */
export function cohortsIn(expr: Expr): readonly string[] {
  const own =
    expr.op === 'cohort' ? expr.assign.map(({ cohort }) => cohort) : expr.op === 'inCohort' ? [expr.cohort] : []
  return [...own, ...partsOf(expr).flatMap(cohortsIn)]
}

/** The expressions directly inside another; none for a leaf. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.op) {
    case 'all':
    case 'any':
    case 'atLeast':
    case 'measuredAny':
      return expr.of
    case 'not':
      return [expr.of]
    case 'unless':
    case 'exceptWhen':
      return [expr.rule, expr.exception]
    case 'ifThen':
      return [expr.if, expr.then]
    case 'caseWhen':
      return [...expr.cases.flatMap(({ when, then }) => [when, then]), expr.else]
    case 'cohort':
      return expr.assign.map(({ when }) => when)
    case 'inCohort':
      return [expr.expr]
    default:
      return []
  }
}
