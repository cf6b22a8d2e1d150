import { failedTexts, openItems } from './assess-trial.ts'
import type { CriterionOutcome } from './criterion-outcome.ts'
import { type Outcome, outcomes } from './outcome-label.ts'
import type { AnswerNow, AnswerReasons } from './screening-comparison.ts'
import type { CohortOutcome } from './trial-outcome.ts'
import type { SettlingItem } from './verdict.ts'

/** A trial, or one of its cohorts, with the same before. */
export interface ComparedAnswers {
  /** Null for what is of no cohort. */
  readonly cohort: string | null
  /** Whether it has a part in the change of the trial's answer. */
  readonly isWhy: boolean
  readonly before: Reasons
  readonly now: Reasons & { readonly criteria: readonly CriterionOutcome[] }
}

type Reasons = Pick<AnswerReasons, 'blocking' | 'open'>

/**
 * What is to be compared to say why an answer changed. Of a trial with several cohorts each is compared with itself: the
 * one that gives the outcome may be another than before, and what is said of the one is not true of the other.
 */
export function comparedAnswers(
  before: AnswerReasons,
  { assessment }: AnswerNow,
  isBetter: boolean,
): readonly ComparedAnswers[] {
  const { blocking, open, criteria } = assessment
  if (!hasCohortsToCompare(before, assessment)) {
    return [{ cohort: null, isWhy: true, before, now: { blocking, open, criteria: criteria.criteria } }]
  }
  const ofNoCohort = {
    cohort: null,
    isWhy: true,
    before: besideCriteria(before),
    now: { ...besideCriteria(assessment), criteria: [] },
  }
  const cohorts = criteria.cohorts.map((cohort) => {
    const same = before.criteria.cohorts.find((each) => each.cohort === cohort.cohort)
    return {
      cohort: cohort.cohort,
      isWhy:
        same !== undefined &&
        (isBetter
          ? isAbove(cohort.outcome, before.criteria.outcome)
          : isAbove(same.outcome, assessment.criteria.outcome)),
      before: same === undefined ? { blocking: [], open: [] } : reasonsIn(same),
      now: { ...reasonsIn(cohort), criteria: cohort.criteria },
    }
  })
  return [ofNoCohort, ...cohorts]
}

/** The cohorts that have a part in the change because they began or ceased to take patients. */
export function openedOrClosed(before: AnswerReasons, { assessment }: AnswerNow, isBetter: boolean): readonly string[] {
  const was = before.criteria
  const is = assessment.criteria
  if (!hasCohortsToCompare(before, assessment) || is.cohorts.length === 0) return []
  return isBetter
    ? besides(is.cohorts, was.cohorts)
        .filter(({ outcome }) => isAbove(outcome, was.outcome))
        .map(({ cohort }) => `Cohort ${cohort} is open now`)
    : besides(was.cohorts, is.cohorts)
        .filter(({ outcome }) => isAbove(outcome, is.outcome))
        .map(({ cohort }) => `Cohort ${cohort} is no longer open`)
}

/** What stopped the patient before in the cohort that gives the outcome now, in the protocol's own words. */
export function stoppedBefore(before: AnswerReasons, cohort: string | null): readonly string[] {
  const same = before.criteria.cohorts.find((each) => each.cohort === cohort)
  return same === undefined ? before.blocking : failedTexts(same)
}

function hasCohortsToCompare(before: AnswerReasons, now: Pick<AnswerReasons, 'criteria'>): boolean {
  const was = before.criteria.cohorts.length
  return was > 1 || (was === 1 && now.criteria.cohorts.length > 1)
}

/** About the cancer, the person or the trial, not from the criteria of a cohort. */
function besideCriteria({ blocking, open, criteria }: AnswerReasons): Reasons {
  const texts = new Set(criteria.criteria.map(({ criterion }) => criterion.text))
  const asked = new Set(openItems(criteria).map(({ key }) => key))
  return { blocking: blocking.filter((text) => !texts.has(text)), open: open.filter(({ key }) => !asked.has(key)) }
}

function reasonsIn(cohort: CohortOutcome): Reasons {
  const open: readonly SettlingItem[] = cohort.outcome === 'notMatched' ? [] : openItems(cohort)
  return { blocking: failedTexts(cohort), open }
}

function besides(cohorts: readonly CohortOutcome[], others: readonly CohortOutcome[]): readonly CohortOutcome[] {
  return cohorts.filter(({ cohort }) => others.every((other) => other.cohort !== cohort))
}

function isAbove(a: Outcome, b: Outcome): boolean {
  return outcomes.indexOf(a) > outcomes.indexOf(b)
}
