import type { CalendarDate } from '../identity/calendar-date.ts'
import type { CaseWhenExpr, CohortExpr, Criterion, Expr, InCohortExpr } from './criterion.ts'
import { evaluateLeaf } from './evaluate-leaf.ts'
import { exceptionOfRule } from './exception-of-rule.ts'
import { decidedBy, foldAll, foldAny, foldAtLeast, negate } from './fold-verdicts.ts'
import { namedItem } from './item-name.ts'
import { answerOnce } from './known-answers.ts'
import { openLeaves } from './open-leaves.ts'
import type { PatientFacts } from './patient-facts.ts'
import type { Tri } from './tri.ts'
import { type EvaluationContext, type Finding, isMeasuredYetOpen, type KnownAnswers, type Verdict } from './verdict.ts'

/**
 * The outcome of one criterion for one patient. "met" always means that it does not stop the patient: for an exclusion,
 * that the excluding condition, the only child of the answer, does not hold. `null` where the text has no rule.
 */
export function evaluateCriterion(
  criterion: Pick<Criterion, 'kind' | 'expr'>,
  facts: PatientFacts,
  context: EvaluationContext,
): Verdict | null {
  if (criterion.expr === null) return null
  const isExclusion = criterion.kind === 'exclusion'
  const anchor = context.anchorOn ?? context.asOf
  const { answers } = context
  const scope: Scope = {
    facts,
    anchor,
    // Answers about somebody else, or of another day, are none.
    answers: answers?.facts === facts && answers.anchor === anchor ? answers : null,
    cohort: context.cohort ?? null,
    harmless: isExclusion ? 'notMet' : 'met',
  }
  const verdict = evaluateExpr(criterion.expr, scope)
  return isExclusion ? negate('not', verdict) : verdict
}

interface Scope {
  readonly facts: PatientFacts
  readonly anchor: CalendarDate
  readonly answers: KnownAnswers | null
  readonly cohort: string | null
  /** The value that, at this place in the tree, cannot stop the patient: what a rule of another cohort becomes. */
  readonly harmless: Exclude<Tri, 'unknown'>
}

function evaluateExpr(expr: Expr, scope: Scope): Verdict {
  return answerOnce(scope.answers, expr, () => evaluateAnew(expr, scope))
}

function evaluateAnew(expr: Expr, scope: Scope): Verdict {
  const evaluate = (part: Expr) => evaluateExpr(part, scope)
  switch (expr.op) {
    case 'all':
      return foldAll('all', expr.of.map(evaluate))
    case 'any':
      return foldAny('any', expr.of.map(evaluate))
    case 'atLeast':
      return foldAtLeast(expr.n, expr.of.map(evaluate))
    case 'not':
      return negate('not', evaluateExpr(expr.of, turned(scope)))
    case 'unless':
      return foldAny('unless', [evaluate(expr.rule), evaluate(expr.exception)])
    case 'exceptWhen': {
      const exception = evaluateExpr(exceptionOfRule(expr.rule, expr.exception), turned(scope))
      return foldAll('exceptWhen', [evaluate(expr.rule), negate('not', exception)])
    }
    case 'ifThen':
      return foldAny('ifThen', [negate('not', evaluateExpr(expr.if, turned(scope))), evaluate(expr.then)])
    case 'caseWhen':
      return evaluateCaseWhen(expr, scope)
    case 'measuredAny':
      return evaluateMeasuredAny(expr.of.map(evaluate), expr.min)
    case 'cohort':
      return evaluateCohort(expr, scope)
    case 'inCohort':
      return evaluateInCohort(expr, scope)
    default:
      return verdictOf(expr.op, evaluateLeaf(expr, scope.facts, scope.anchor))
  }
}

/** What is missing of one answer stands below it, each open by itself. */
function verdictOf(op: Expr['op'], finding: Finding): Verdict {
  const { verdict, reason, item, evidence, sentence, changesOn, gaps, absence, hint, found } = finding
  const children = gaps === undefined ? [] : gaps.map((gap) => verdictOf(op, gap))
  return {
    op,
    verdict,
    reason,
    item,
    evidence,
    sentence,
    changesOn,
    children,
    ...(absence === undefined ? null : { absence }),
    ...(hint === undefined ? null : { hint }),
    ...(found === undefined ? null : { found }),
  }
}

/** An unknown `when` settles nothing, unless its own case and the rest agree. */
function evaluateCaseWhen(expr: CaseWhenExpr, scope: Scope): Verdict {
  const [first, ...later] = expr.cases
  if (first === undefined) return evaluateExpr(expr.else, scope)
  const when = evaluateExpr(first.when, scope)
  if (when.verdict === 'met') {
    const then = evaluateExpr(first.then, scope)
    return decidedBy('caseWhen', then, [when, then])
  }
  const rest = evaluateCaseWhen({ ...expr, cases: later }, scope)
  if (when.verdict === 'notMet') return decidedBy('caseWhen', rest, [when, rest])
  const then = evaluateExpr(first.then, scope)
  if (then.verdict === rest.verdict && then.verdict !== 'unknown') {
    return { ...decidedBy('caseWhen', then, [when, then, rest]), changesOn: null }
  }
  const { reason, item, evidence, sentence } = when
  return {
    ...decidedBy('caseWhen', when, [when, then, rest]),
    verdict: 'unknown',
    reason,
    item,
    evidence,
    sentence,
    changesOn: null,
  }
}

/**
 * With fewer than `min` parts measured the answer is open, also where one of those fails. With enough, all that are
 * measured must pass, and what is missing, stale or not tested is set aside. A part that was measured but cannot be
 * compared, because its report gives no reference limit, its unit is foreign or another test of the day says the opposite,
 * is never set aside: it counts as measured and leaves the answer open. A part made of several questions is such a part as soon as one of its open questions is.
 * A `min` beyond the number of parts asks for all of them.
 */
function evaluateMeasuredAny(children: readonly Verdict[], min: number): Verdict {
  const measured = children.filter(isMeasured)
  if (measured.length < Math.min(min, children.length)) {
    const open = children.filter((child) => child.verdict === 'unknown')
    return { ...foldAll('measuredAny', open), children }
  }
  const whole = foldAll('measuredAny', measured)
  // What was set aside would not settle an open answer, so it is no part of it.
  return whole.verdict === 'unknown' ? whole : { ...whole, children }
}

function isMeasured(part: Verdict): boolean {
  return part.verdict !== 'unknown' || openLeaves(part).some(isMeasuredYetOpen)
}

function evaluateCohort(expr: CohortExpr, scope: Scope): Verdict {
  const assigned = expr.assign.filter(({ cohort }) => scope.cohort === null || cohort === scope.cohort)
  return foldAny(
    'cohort',
    assigned.map(({ when }) => evaluateExpr(when, scope)),
  )
}

/** Without a cohort under consideration the rule counts only where it cannot stop anybody. */
function evaluateInCohort(expr: InCohortExpr, scope: Scope): Verdict {
  const inner = evaluateExpr(expr.expr, scope)
  if (scope.cohort === expr.cohort) return decidedBy('inCohort', inner, [inner])
  const sentence = `Asked only in cohort ${expr.cohort}`
  if (scope.cohort !== null || inner.verdict === scope.harmless) {
    return {
      op: 'inCohort',
      verdict: scope.harmless,
      reason: null,
      item: null,
      evidence: null,
      sentence,
      changesOn: null,
      children: [],
    }
  }
  const item = namedItem(`cohort:${expr.cohort}`)
  return {
    op: 'inCohort',
    verdict: 'unknown',
    reason: 'notComputed',
    item,
    evidence: null,
    sentence,
    changesOn: null,
    children: [inner],
  }
}

function turned(scope: Scope): Scope {
  return { ...scope, harmless: scope.harmless === 'met' ? 'notMet' : 'met' }
}
