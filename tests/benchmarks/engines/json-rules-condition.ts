import type { TopLevelCondition } from 'json-rules-engine'
import type { CaseBranch, Expr } from '../../../domain/eligibility/criterion.ts'
import { jsonRulesLeaf, type RuleCondition } from './json-rules-leaf.ts'

/**
 * An expression of the criteria language for an engine of two values. Throws RangeError where it cannot be said, because
 * it asks whether something is known.
 */
export function conditionOf(expr: Expr): RuleCondition {
  switch (expr.op) {
    case 'all':
      return { all: expr.of.map(conditionOf) }
    case 'any':
      return { any: expr.of.map(conditionOf) }
    case 'not':
      return notCondition(conditionOf(expr.of))
    case 'atLeast':
      return { any: choices(expr.of.map(conditionOf), expr.n).map((all) => ({ all: [...all] })) }
    case 'unless':
      return { any: [conditionOf(expr.rule), conditionOf(expr.exception)] }
    case 'exceptWhen':
      return { all: [conditionOf(expr.rule), notCondition(conditionOf(expr.exception))] }
    case 'ifThen':
      return { any: [notCondition(conditionOf(expr.if)), conditionOf(expr.then)] }
    case 'caseWhen':
      return firstCase(expr.cases, expr.else)
    case 'measuredAny':
    case 'cohort':
    case 'inCohort':
      throw new RangeError(`"${expr.op}" asks what is known, which an engine of two values cannot say: leave it out`)
    default:
      return jsonRulesLeaf(expr)
  }
}

export function notCondition(condition: RuleCondition): TopLevelCondition {
  return { not: condition }
}

function firstCase(cases: readonly CaseBranch[], otherwise: Expr): RuleCondition {
  const [first, ...later] = cases
  if (first === undefined) return conditionOf(otherwise)
  const when = conditionOf(first.when)
  return {
    any: [{ all: [when, conditionOf(first.then)] }, { all: [notCondition(when), firstCase(later, otherwise)] }],
  }
}

/** Every way to choose so many of them. */
function choices<Item>(items: readonly Item[], count: number): readonly (readonly Item[])[] {
  if (count <= 0) return [[]]
  return items.flatMap((item, index) => choices(items.slice(index + 1), count - 1).map((rest) => [item, ...rest]))
}
