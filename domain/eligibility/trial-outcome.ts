import type { CalendarDate } from '../identity/calendar-date.ts'
import type { VerdictOverride } from './applied-override.ts'
import { applyOverrides } from './apply-overrides.ts'
import { cohortsOf } from './cohorts-of.ts'
import type { TrialCriteria } from './criterion.ts'
import { bearingOf, outcomeOfBearings } from './criterion-bearing.ts'
import {
  type CriterionOutcome,
  criterionOutcome,
  isBlockerForNow,
  isDeciding,
  isFinalBlocker,
} from './criterion-outcome.ts'
import { decisiveItems, hasDecisiveText } from './decisive-items.ts'
import { openLimitsOfTime } from './open-limits-of-time.ts'
import { betterOutcome, type Outcome } from './outcome-label.ts'
import type { PatientFacts } from './patient-facts.ts'
import type { EvaluationContext, SettlingItem } from './verdict.ts'

/** One patient against one trial. */
export interface TrialOutcome {
  readonly trialId: string
  readonly outcome: Outcome
  /** The cohort that gave the outcome; `null` where the trial has none. */
  readonly cohort: string | null
  /** Every open cohort with its own outcome. */
  readonly cohorts: readonly CohortOutcome[]
  /**
   * With notYet: the first day on which time alone has removed every blocker; `null` where one needs more than time, and
   * where a window that is met now is over by then.
   */
  readonly canBeMetFrom: CalendarDate | null
  /** What is not known and could put that day off further: while there is any, the day is only the earliest. */
  readonly dateDependsOn: readonly SettlingItem[]
  /** The last day on which every limit of time that is met now is still met. */
  readonly expiresOn: CalendarDate | null
  readonly criteria: readonly CriterionOutcome[]
  /** Criteria that carry a rule, and texts that only a person can read and nobody has yet. */
  readonly counts: { readonly checked: number; readonly toRead: number }
  /** Undecided items that can still change the outcome, whichever cohort they belong to. */
  readonly decisive: readonly SettlingItem[]
  /** Text that nobody has read has a say too, in whichever cohort: then no item settles the trial. */
  readonly hasDecisiveText: boolean
}

/** One cohort of a trial for one patient, with the criteria that bind in it. */
export interface CohortOutcome {
  readonly cohort: string
  readonly outcome: Outcome
  readonly criteria: readonly CriterionOutcome[]
}

/**
 * The outcome of a trial: of several open cohorts the best. A trial with no criteria at all has not been checked, so it
 * needs a clinician; a trial whose cohorts are all closed is not matched. `overrides` are clinicians' verdicts on its
 * criteria for this patient.
 */
export function trialOutcome(
  trial: TrialCriteria,
  facts: PatientFacts,
  context: EvaluationContext,
  overrides: readonly VerdictOverride[] = [],
): TrialOutcome {
  const named = cohortsOf(trial.criteria)
  const { openCohorts } = trial
  const open = openCohorts === undefined ? named : named.filter((cohort) => openCohorts.includes(cohort))
  const answerIn = (cohort: string | null) => outcomeIn(trial, facts, context, overrides, cohort)
  if (named.length === 0) {
    const only = answerIn(null)
    return { ...only, cohorts: [], ...stillToDecide([only]) }
  }
  if (open.length === 0) {
    const closed = answerIn(null)
    return {
      ...closed,
      outcome: 'notMatched',
      canBeMetFrom: null,
      dateDependsOn: [],
      expiresOn: null,
      cohorts: [],
      ...stillToDecide([]),
    }
  }
  const answers = open.map((cohort) => ({ ...answerIn(cohort), cohort }))
  const best = answers.reduce((a, b) => (isNearer(b, a) ? b : a))
  const cohorts = answers.map(({ cohort, outcome, criteria }) => ({ cohort, outcome, criteria }))
  return { ...best, cohorts, ...stillToDecide(answers) }
}

type Answered = Pick<TrialOutcome, 'outcome' | 'criteria'>

/** Better, or, where neither fits, ruled out by fewer criteria. */
function isNearer(one: Answered, other: Answered): boolean {
  if (one.outcome !== other.outcome) return betterOutcome(one.outcome, other.outcome) === one.outcome
  return one.outcome === 'notMatched' && countFinal(one) < countFinal(other)
}

function countFinal({ criteria }: Answered): number {
  return criteria.filter((each) => isDeciding(each) && isFinalBlocker(each)).length
}

function stillToDecide(answers: Parameters<typeof decisiveItems>[0]) {
  return { decisive: decisiveItems(answers), hasDecisiveText: hasDecisiveText(answers) }
}

function outcomeIn(
  trial: TrialCriteria,
  facts: PatientFacts,
  context: EvaluationContext,
  overrides: readonly VerdictOverride[],
  cohort: string | null,
): Omit<TrialOutcome, 'cohorts' | 'decisive' | 'hasDecisiveText'> {
  const binding = trial.criteria.filter(
    ({ appliesTo }) => cohort === null || appliesTo === undefined || appliesTo.includes(cohort),
  )
  const inCohort = cohort === null ? context : { ...context, cohort }
  const criteria = applyOverrides(
    binding.map((criterion) => criterionOutcome(criterion, facts, inCohort)),
    overrides,
    cohort,
    context.asOf,
  )
  const outcome = outcomeOfBearings(criteria.filter(isDeciding).map(bearingOf))
  const blockers = criteria.filter(isBlockerForNow).map(({ canBeMetFrom }) => canBeMetFrom)
  const day = outcome === 'notYet' ? unlessOverBefore(criteria, latestOrNull(blockers)) : null
  const ends = criteria.map(({ expiresOn }) => expiresOn).filter((day) => day !== null)
  return {
    trialId: trial.trialId,
    outcome,
    cohort,
    canBeMetFrom: day,
    dateDependsOn: day === null ? [] : openLimitsOfTime(criteria, facts, inCohort),
    expiresOn: outcome === 'notMatched' ? null : (ends.sort().at(0) ?? null),
    criteria,
    counts: {
      checked: criteria.filter(({ criterion }) => criterion.expr !== null).length,
      toRead: criteria.filter(({ state }) => state === 'notEncoded').length,
    },
  }
}

function latestOrNull(days: readonly (CalendarDate | null)[]): CalendarDate | null {
  const known = days.filter((day) => day !== null)
  return known.length === days.length ? (known.sort().at(-1) ?? null) : null
}

/** A day on which something else stops the patient is no day on which the trial can be met. */
function unlessOverBefore(criteria: readonly CriterionOutcome[], day: CalendarDate | null): CalendarDate | null {
  const ends = criteria
    .filter((criterion) => isDeciding(criterion) && criterion.state === 'met')
    .map(({ verdict }) => verdict?.changesOn ?? null)
  return day !== null && ends.some((end) => end !== null && end <= day) ? null : day
}
