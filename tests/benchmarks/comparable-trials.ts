import type { HeldTrial } from '../../domain/eligibility/assess-trial.ts'
import { partsOf } from '../../domain/eligibility/cohorts-of.ts'
import type { Criterion, Expr } from '../../domain/eligibility/criterion.ts'
import type { CalendarDate } from '../../domain/identity/calendar-date.ts'
import { demonstrationTrials } from '../../mocks/data/trials/demonstration-trials.ts'
import { isCovered } from '../parity-cql/covered-criteria.ts'
import { trialVariants } from './trial-variants.ts'

/**
 * Trials that every engine of the comparison can be given: the demonstration trials for particular cancers, with the
 * criteria that a plain record answers and that a two-valued engine has words for, varied up to the number asked for.
 */
export function comparableTrials(asOf: CalendarDate, count: number): readonly HeldTrial[] {
  const records = demonstrationTrials(asOf).flatMap(({ record }) => {
    const criteria = record.criteria.filter(isComparable)
    return record.isBasket || record.cancerTypeIds.length === 0 || criteria.length < 3
      ? []
      : [{ ...record, cohorts: [], criteria: criteria.map((criterion) => ({ ...criterion, class: 'hard' as const })) }]
  })
  return trialVariants(records, count).map((record, index) => ({
    trialId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    isDemonstration: true,
    isOpenAtHome: true,
    record,
  }))
}

function isComparable({ expr, appliesTo, ...criterion }: Criterion): boolean {
  if (criterion.class === 'advisory' || expr === null || appliesTo !== undefined) return false
  return isCovered(expr) && isTwoValued(expr)
}

/** Whether it was measured, and in which cohort a patient is, cannot be asked without a word for "not known". */
function isTwoValued(expr: Expr): boolean {
  return !['measuredAny', 'cohort', 'inCohort'].includes(expr.op) && partsOf(expr).every(isTwoValued)
}
