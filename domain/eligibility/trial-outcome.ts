import { addDays, type CalendarDate } from '../identity/calendar-date.ts'
import { cohortsOf } from './cohorts-of.ts'
import type { Criterion, TrialCriteria } from './criterion.ts'
import { evaluateCriterion } from './evaluate-criterion.ts'
import { openLeaves } from './open-leaves.ts'
import { betterOutcome, type Outcome } from './outcome-label.ts'
import type { PatientFacts } from './patient-facts.ts'
import { type EvaluationContext, needsPerson, type SettlingItem, type Verdict } from './verdict.ts'

/** One patient against one trial. */
export interface TrialOutcome {
  readonly trialId: string
  readonly outcome: Outcome
  /** The cohort that gave the outcome; `null` where the trial has none. */
  readonly cohort: string | null
  /** Every open cohort with its own outcome. */
  readonly cohorts: readonly { readonly cohort: string; readonly outcome: Outcome }[]
  /** With notYet: the first day on which time alone has removed every blocker; `null` where one needs more than time. */
  readonly canBeMetFrom: CalendarDate | null
  /** The last day on which every limit of time that is met now is still met. */
  readonly expiresOn: CalendarDate | null
  readonly criteria: readonly CriterionOutcome[]
  /** Criteria that carry a rule, and texts that only a person can read. */
  readonly counts: { readonly checked: number; readonly toRead: number }
}

/** "notEncoded": text without a rule. "person": only somebody's judgement or decision is missing. */
export type CriterionState = 'met' | 'notMet' | 'unknown' | 'person' | 'notEncoded'

export interface CriterionOutcome {
  readonly criterion: Criterion
  readonly state: CriterionState
  readonly verdict: Verdict | null
  readonly canBeMetFrom: CalendarDate | null
  readonly expiresOn: CalendarDate | null
  /** What would settle it; empty unless it is open. */
  readonly items: readonly SettlingItem[]
}

/**
 * The outcome of a trial: of several open cohorts the best. A trial with no criteria at all has not been checked, so it
 * needs a clinician; a trial whose cohorts are all closed is not matched.
 */
export function trialOutcome(trial: TrialCriteria, facts: PatientFacts, context: EvaluationContext): TrialOutcome {
  const named = cohortsOf(trial.criteria)
  const { openCohorts } = trial
  const open = openCohorts === undefined ? named : named.filter((cohort) => openCohorts.includes(cohort))
  if (named.length === 0) return { ...outcomeIn(trial, facts, context, null), cohorts: [] }
  if (open.length === 0) {
    const closed = outcomeIn(trial, facts, context, null)
    return { ...closed, outcome: 'notMatched', canBeMetFrom: null, expiresOn: null, cohorts: [] }
  }
  const answers = open.map((cohort) => ({ ...outcomeIn(trial, facts, context, cohort), cohort }))
  const best = answers.reduce((a, b) => (betterOutcome(a.outcome, b.outcome) === a.outcome ? a : b))
  return { ...best, cohorts: answers.map(({ cohort, outcome }) => ({ cohort, outcome })) }
}

function outcomeIn(
  trial: TrialCriteria,
  facts: PatientFacts,
  context: EvaluationContext,
  cohort: string | null,
): Omit<TrialOutcome, 'cohorts'> {
  const binding = trial.criteria.filter(
    ({ appliesTo }) => cohort === null || appliesTo === undefined || appliesTo.includes(cohort),
  )
  const inCohort = cohort === null ? context : { ...context, cohort }
  const criteria = binding.map((criterion) => criterionOutcome(criterion, facts, inCohort))
  const outcome = overall(criteria)
  const blockers = criteria.filter(isBlockerForNow).map(({ canBeMetFrom }) => canBeMetFrom)
  const ends = criteria.map(({ expiresOn }) => expiresOn).filter((day) => day !== null)
  return {
    trialId: trial.trialId,
    outcome,
    cohort,
    canBeMetFrom: outcome === 'notYet' ? latestOrNull(blockers) : null,
    expiresOn: outcome === 'notMatched' ? null : (ends.sort().at(0) ?? null),
    criteria,
    counts: {
      checked: criteria.filter(({ state }) => state !== 'notEncoded').length,
      toRead: criteria.filter(({ state }) => state === 'notEncoded').length,
    },
  }
}

function criterionOutcome(criterion: Criterion, facts: PatientFacts, context: EvaluationContext): CriterionOutcome {
  const verdict = evaluateCriterion(criterion, facts, context)
  if (verdict === null) {
    return { criterion, state: 'notEncoded', verdict, canBeMetFrom: null, expiresOn: null, items: [] }
  }
  const open = openLeaves(verdict)
  const isForPerson =
    open.length > 0 &&
    (criterion.class === 'gate' || open.every(({ reason }) => reason !== null && needsPerson(reason)))
  const { changesOn } = verdict
  const endsWithTime = verdict.verdict === 'met' && criterion.class === 'timeLimited' && changesOn !== null
  return {
    criterion,
    state: isForPerson ? 'person' : verdict.verdict,
    verdict,
    canBeMetFrom: verdict.verdict === 'notMet' ? changesOn : null,
    expiresOn: endsWithTime ? addDays(changesOn, -1) : null,
    items: itemsOf(open),
  }
}

/** The first of these that applies decides. */
function overall(all: readonly CriterionOutcome[]): Outcome {
  const criteria = all.filter(({ criterion }) => criterion.class !== 'advisory')
  if (criteria.some(isFinalBlocker)) return 'notMatched'
  if (criteria.some(isBlockerForNow)) return 'notYet'
  if (criteria.some(({ state }) => state === 'unknown')) return 'needsData'
  if (criteria.length === 0 || criteria.some(({ state }) => state === 'person' || state === 'notEncoded'))
    return 'needsClinician'
  return 'noFailuresFound'
}

/** A limit of time that is not met and that time will not mend has passed. */
function isFinalBlocker({ state, criterion, canBeMetFrom }: CriterionOutcome): boolean {
  if (state !== 'notMet') return false
  switch (criterion.class) {
    case 'hard':
    case 'judgement':
    case 'gate':
      return true
    case 'timeLimited':
      return canBeMetFrom === null
    case 'correctable':
    case 'washout':
    case 'advisory':
      return false
  }
}

function isBlockerForNow(outcome: CriterionOutcome): boolean {
  return outcome.state === 'notMet' && outcome.criterion.class !== 'advisory' && !isFinalBlocker(outcome)
}

function latestOrNull(days: readonly (CalendarDate | null)[]): CalendarDate | null {
  const known = days.filter((day) => day !== null)
  return known.length === days.length ? (known.sort().at(-1) ?? null) : null
}

function itemsOf(open: readonly Verdict[]): readonly SettlingItem[] {
  const byKey = new Map(open.flatMap(({ item }) => (item === null ? [] : [[item.key, item] as const])))
  return [...byKey.values()]
}
