import type { CaseWhenExpr, Expr } from '#domain/eligibility/criterion.ts'
import { exceptionOfRule } from '#domain/eligibility/exception-of-rule.ts'
import { compileAtLeast, compileBranch, compileMeasuredAny, compileNot } from './compile-branch.ts'
import { compileCase } from './compile-case.ts'
import { type CompileScope, compileInCohort } from './compile-cohort.ts'
import { compileLeaf } from './compile-leaf.ts'
import type { CompiledRule } from './compiled-rule.ts'

/** An expression of the criteria language as SQL. */
export function compileExpr(expr: Expr, scope: CompileScope): CompiledRule {
  const compile = (part: Expr) => compileExpr(part, scope)
  const compileNegated = (part: Expr) => compileNot(compileExpr(part, { ...scope, harmless: !scope.harmless }))
  switch (expr.op) {
    case 'all':
      return compileBranch('and', expr.of.map(compile))
    case 'any':
      return compileBranch('or', expr.of.map(compile))
    case 'atLeast':
      return compileAtLeast(expr.n, expr.of.map(compile))
    case 'not':
      return compileNegated(expr.of)
    case 'unless':
      return compileBranch('or', [compile(expr.rule), compile(expr.exception)])
    case 'exceptWhen':
      return compileBranch('and', [compile(expr.rule), compileNegated(exceptionOfRule(expr.rule, expr.exception))])
    case 'ifThen':
      return compileBranch('or', [compileNegated(expr.if), compile(expr.then)])
    case 'caseWhen':
      return compileCases(expr, compile)
    case 'measuredAny':
      return compileMeasuredAny(expr.min, expr.of.map(compile))
    case 'cohort': {
      const assigned = expr.assign.filter(({ cohort }) => scope.cohort === null || cohort === scope.cohort)
      return compileBranch(
        'or',
        assigned.map(({ when }) => compile(when)),
      )
    }
    case 'inCohort':
      return compileInCohort(expr.cohort, compile(expr.expr), scope)
    default:
      return compileLeaf(expr, scope.asOf)
  }
}

function compileCases({ cases, ...rest }: CaseWhenExpr, compile: (part: Expr) => CompiledRule): CompiledRule {
  return cases.reduceRight(
    (later, { when, then }) => compileCase(compile(when), compile(then), later),
    compile(rest.else),
  )
}
