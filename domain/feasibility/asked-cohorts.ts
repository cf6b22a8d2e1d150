import type { Criterion } from '../eligibility/criterion.ts'

/** The cohorts whose patients alone a criterion asks, by what it binds or by its whole rule; null where it asks everybody. */
export function askedCohorts({ appliesTo, expr }: Pick<Criterion, 'appliesTo' | 'expr'>): string[] | null {
  if (appliesTo !== undefined) return [...appliesTo]
  return expr?.op === 'inCohort' ? [expr.cohort] : null
}
