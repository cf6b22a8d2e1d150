import type { CalendarDate } from '../identity/calendar-date.ts'
import type { HeldTrial } from './assess-trial.ts'
import { cohortsOf } from './cohorts-of.ts'
import type { Criterion } from './criterion.ts'
import { type CriterionOutcome, criterionOutcome } from './criterion-outcome.ts'
import { criterionFingerprint, evidenceFingerprint } from './fingerprint.ts'
import type { PatientFacts } from './patient-facts.ts'

/** Whether a criterion asks something else of one cohort than of another, so that a verdict on it is about one of them. */
export function asksCohort({ expr }: Pick<Criterion, 'expr'>): boolean {
  return cohortsOf([{ expr }]).length > 0
}

/** What a clinician's verdict on a criterion rests on: it changes with the wording and rule, and with the evidence. */
export function basisOf({ criterion, verdict }: Pick<CriterionOutcome, 'criterion' | 'verdict'>): string {
  return `${criterionFingerprint(criterion)}-${evidenceFingerprint(verdict)}`
}

/**
 * One criterion of a trial as the software sees it in a cohort; `null` where the trial has no such criterion, where it
 * does not bind in that cohort, or where it asks one thing of each cohort and none of them that is open was named.
 */
export function judgedCriterion(
  { record }: Pick<HeldTrial, 'record'>,
  { criterionId, cohort }: { readonly criterionId: string; readonly cohort: string | null },
  facts: PatientFacts,
  asOf: CalendarDate,
): CriterionOutcome | null {
  const criterion = record.criteria.find(({ id }) => id === criterionId)
  if (criterion === undefined || asksCohort(criterion) !== (cohort !== null)) return null
  if (cohort === null) return criterionOutcome(criterion, facts, { asOf })
  const named = cohortsOf(record.criteria).includes(cohort)
  const isOpen =
    record.cohorts.length === 0 ||
    record.cohorts.some(({ name, recruitmentStatus }) => name === cohort && recruitmentStatus === 'open')
  const binds = criterion.appliesTo === undefined || criterion.appliesTo.includes(cohort)
  return named && isOpen && binds ? criterionOutcome(criterion, facts, { asOf, cohort }) : null
}
