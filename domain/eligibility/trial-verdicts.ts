import type { TrialAssessment } from './assess-trial.ts'
import { type CriterionVerdict, criterionVerdicts } from './criterion-verdicts.ts'
import { type Outcome, worseOutcome } from './outcome-label.ts'

/** The criteria of a trial, cohort by cohort. Named after the contract's schema, field for field. */
export interface TrialVerdicts {
  /** Those of the cohort that gave the outcome. */
  readonly criteria: CriterionVerdict[]
  /** Every other open cohort, in the order in which the protocol names them. */
  readonly otherCohorts: CohortVerdicts[]
}

export interface CohortVerdicts {
  readonly cohort: string
  readonly outcome: Outcome
  readonly criteria: CriterionVerdict[]
}

export function trialVerdicts(assessment: TrialAssessment): TrialVerdicts {
  const { criteria, outcome } = assessment
  const others = criteria.cohorts.filter(({ cohort }) => cohort !== criteria.cohort)
  return {
    criteria: criterionVerdicts(assessment),
    otherCohorts: others.map((other) => ({
      cohort: other.cohort,
      // The cancer bounds every cohort alike, and the trial is its best cohort so bounded.
      outcome: worseOutcome(other.outcome, outcome),
      criteria: criterionVerdicts(assessment, other),
    })),
  }
}

/** Nobody sets a verdict in the past. */
export function pastTrialVerdicts(assessment: TrialAssessment): TrialVerdicts {
  const withoutBasis = (verdicts: readonly CriterionVerdict[]) => verdicts.map((each) => ({ ...each, basis: null }))
  const { criteria, otherCohorts } = trialVerdicts(assessment)
  return {
    criteria: withoutBasis(criteria),
    otherCohorts: otherCohorts.map((other) => ({ ...other, criteria: withoutBasis(other.criteria) })),
  }
}
