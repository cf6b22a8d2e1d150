import type { Expr } from './criterion.ts'
import { factNameInside } from './fact-name.ts'
import { listed } from './word-list.ts'

/**
 * An exception of the same kind as its rule, that names what is let pass: "another cancer, other than cervical carcinoma in
 * situ". Null where the exception asks anything else.
 */
export function otherThanText(rule: Expr, exception: Expr): string | null {
  const words = letPass(rule, exception)
  return words === null ? null : `other than ${words}`
}

function letPass(rule: Expr, exception: Expr): string | null {
  if ('withinDays' in exception && exception.withinDays !== undefined) return null
  if (rule.op === 'otherMalignancy' && exception.op === 'otherMalignancy' && exception.onlyTypes !== undefined) {
    return listed(exception.onlyTypes.map(factNameInside), 'or')
  }
  if (rule.op === 'toxicity' && exception.op === 'toxicity' && exception.onlyTerms !== undefined) {
    return exception.gradeMin === undefined ? listed(exception.onlyTerms.map(factNameInside), 'or') : null
  }
  if (rule.op === 'medication' && exception.op === 'medication' && exception.only === true) {
    return exception.doseMgPredEqMin === undefined ? `${factNameInside(exception.concept)} alone` : null
  }
  return null
}
