import type { VerdictOverride } from '../eligibility/applied-override.ts'
import { applyOverrides } from '../eligibility/apply-overrides.ts'
import { cohortsOf } from '../eligibility/cohorts-of.ts'
import type { Criterion } from '../eligibility/criterion.ts'
import { type Bearing, bearingOf } from '../eligibility/criterion-bearing.ts'
import { criterionOutcome, isDeciding } from '../eligibility/criterion-outcome.ts'
import type { PatientFacts } from '../eligibility/patient-facts.ts'
import type { CalendarDate } from '../identity/calendar-date.ts'

/** What one criterion does to one patient. `stopsForNow`: until something changes or time passes. */
export type CriterionAnswer = 'passes' | 'undecided' | 'stopsForNow' | 'stops'

/**
 * The answers in protocol order up to and with the first that stops the patient for good; what comes behind it makes no
 * difference and is not worked out. A criterion of one cohort stops nobody, because the patient may join another, and
 * advisory criteria never stop. A clinician's verdict takes the place of the software's, unless it is about one cohort.
 */
export function criterionAnswers(
  criteria: readonly Criterion[],
  facts: PatientFacts,
  asOf: CalendarDate,
  overrides: readonly VerdictOverride[],
): readonly CriterionAnswer[] {
  const answers: CriterionAnswer[] = []
  for (const criterion of criteria) {
    const outcome = applyOverrides([criterionOutcome(criterion, facts, { asOf })], overrides, null, asOf)
    answers.push(...outcome.map((each) => answerOfBearing(criterion, bearingOf(each))))
    if (answers.at(-1) === 'stops') break
  }
  return answers
}

/** Nobody is stopped by a criterion that leaves another cohort, or that never decides. */
export function answerOfBearing(criterion: Criterion, bearing: Bearing): CriterionAnswer {
  switch (bearing) {
    case 'passes':
      return 'passes'
    case 'needsData':
    case 'needsPerson':
      return 'undecided'
    case 'stopsForNow':
    case 'stops':
      return isDeciding({ criterion }) && cohortsOf([criterion]).length === 0 ? bearing : 'passes'
  }
}
