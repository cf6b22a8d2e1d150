import type { Expr } from './criterion.ts'

/**
 * The exception as it is asked of what the rule found: "toxicity of grade 2 or worse, except alopecia" and "another
 * cancer within 5 years, except treated skin cancer" leave out of the exception what the rule already says. Grade and
 * window of the rule hold for an exception of the same kind that has none of its own.
 */
export function exceptionOfRule(rule: Expr, exception: Expr): Expr {
  if (rule.op === 'toxicity' && exception.op === 'toxicity') {
    const { gradeMin, withinDays, ever } = rule
    return {
      ...(gradeMin === undefined ? {} : { gradeMin }),
      ...(withinDays === undefined ? {} : { withinDays }),
      ...(ever === undefined ? {} : { ever }),
      ...exception,
    }
  }
  if (rule.op === 'otherMalignancy' && exception.op === 'otherMalignancy') {
    const { withinDays } = rule
    return { ...(withinDays === undefined ? {} : { withinDays }), ...exception }
  }
  return exception
}
