import { becauseOfChange, sentencesOf } from './because-of-change.ts'
import { stoppedBefore } from './compared-answers.ts'
import { criteriaToLookAt } from './criteria-to-look-at.ts'
import type { CriterionOutcome } from './criterion-outcome.ts'
import type { ChangeKind } from './news-kinds.ts'
import { type Outcome, outcomes } from './outcome-label.ts'
import type { ScreeningComparison } from './screening-comparison.ts'
import { isSetByClinician } from './set-by-clinician.ts'

/** How the answer to one patient and one trial has changed, and why. */
export interface ScreeningChange {
  readonly kind: ChangeKind
  readonly from: Outcome | null
  readonly to: Outcome | null
  /** Plain sentences; at least one. */
  readonly because: readonly string[]
  /** Part of the protocol is text that only a person can read, so no answer says that the patient fits. */
  readonly hasTextToRead: boolean
  /** Clinicians' verdicts count in the answer since. */
  readonly isSetByClinician: boolean
}

/**
 * The change from one screening of a patient and a trial to the next, or null where there is none to tell. The outcome stays
 * the same only where a clinician's verdict is to be looked at again. Compare only a patient who was screened before: the
 * first screening changes nothing.
 */
export function screeningChange(comparison: ScreeningComparison): ScreeningChange | null {
  const { before, now } = comparison
  const answer = 'assessment' in now ? now : null
  const from = before?.outcome ?? null
  const to = answer?.assessment.outcome ?? null
  const toLookAt = before === null || answer === null || !mayFit(to) ? [] : criteriaToLookAt(answer.assessment.criteria)
  const lapsed = toLookAt.length === 0 ? [] : newlyLapsed(toLookAt, comparison)
  if (from === to && lapsed.length === 0) return null
  const isBasket = answer?.isBasket ?? before?.isBasket ?? false
  // Nearly everybody is offered every trial for many cancers, so that one is listed or not is no news of a patient.
  if (isBasket && (from === null || to === null)) return null
  const found = isBasket || isOnlyForgotten(comparison) ? 'other' : kindOf(from, to, comparison.isNewTrial)
  const kind = isToLookAgain(found, toLookAt, lapsed) ? 'toLookAgain' : found
  if (kind === null) return null
  return {
    kind,
    from,
    to,
    because: withVerdicts(becauseOfChange(comparison), kind === 'toLookAgain' ? toLookAt : lapsed),
    hasTextToRead: answer?.assessment.hasTextToRead ?? false,
    isSetByClinician: answer !== null && isSetByClinician(answer.assessment.criteria),
  }
}

/** With the verdicts that are to be looked at again first, where the reasons do not name them already. */
function withVerdicts(because: readonly string[], toLookAt: readonly CriterionOutcome[]): readonly string[] {
  const again = toLookAt.flatMap(sentencesOf).filter((each) => !because.some((reason) => reason.endsWith(each)))
  return [...new Set([...again, ...because])]
}

/** Null where nothing is worth keeping: a trial that never fitted came or went. */
function kindOf(from: Outcome | null, to: Outcome | null, isNewTrial: boolean): ChangeKind | null {
  if (from === null) {
    if (mayFit(to)) return isNewTrial ? 'newTrial' : 'nowMayFit'
    return to === 'notYet' ? 'other' : null
  }
  if (to === null && from === 'notMatched') return null
  if (mayFit(to) && (!mayFit(from) || to === 'noFailuresFound')) return 'nowMayFit'
  const hasFallen = to === null || outcomes.indexOf(to) < outcomes.indexOf(from)
  return hasFallen && !mayFit(to) ? 'noLongerMatches' : 'other'
}

/** Of the criteria to look at again, those that have come to be so since the screening before. */
function newlyLapsed(
  toLookAt: readonly CriterionOutcome[],
  { before, now }: ScreeningComparison,
): readonly CriterionOutcome[] {
  const reasons = before?.reasons() ?? null
  // Which of them are new cannot be told any more: only another outcome is told then, so that nothing is told twice.
  if (reasons === null) return 'assessment' in now && now.assessment.outcome === before?.outcome ? [] : toLookAt
  const { criteria, cohorts } = reasons.criteria
  const known = new Set([{ criteria }, ...cohorts].flatMap(criteriaToLookAt).map(verdictId))
  return toLookAt.filter((each) => !known.has(verdictId(each)))
}

function verdictId({ override }: CriterionOutcome): string | undefined {
  return override?.override.overrideId
}

/**
 * Where a verdict “not met” stopped the patient and does not count any more, nobody has found that the trial may fit. A
 * change that is no news by itself must not hide that there is still something to look at.
 */
function isToLookAgain(
  found: ChangeKind | null,
  toLookAt: readonly CriterionOutcome[],
  lapsed: readonly CriterionOutcome[],
): boolean {
  if (found === 'nowMayFit') return lapsed.some(({ override }) => override?.override.verdict === 'notMet')
  return found === 'other' && toLookAt.length > 0
}

/** A result that stopped the patient has gone stale: nothing has come nearer to fitting, it only has to be repeated. */
function isOnlyForgotten({ before, now }: ScreeningComparison): boolean {
  if (before === null || mayFit(before.outcome) || !('assessment' in now)) return false
  const { outcome, criteria } = now.assessment
  if (outcome !== 'needsData') return false
  const reasons = before.reasons()
  const stopped = reasons === null ? [] : stoppedBefore(reasons, criteria.cohort)
  return criteria.criteria.some(({ criterion, state }) => state === 'unknown' && stopped.includes(criterion.text))
}

/** Nothing that is known rules the patient out, for good or for now. */
function mayFit(outcome: Outcome | null): boolean {
  return outcome === 'noFailuresFound' || outcome === 'needsClinician' || outcome === 'needsData'
}

/** The change in words. Where part of the protocol is to be read, none of them says that a patient fits. */
export function changeLabel({
  kind,
  to,
  hasTextToRead,
}: Pick<ScreeningChange, 'kind' | 'to' | 'hasTextToRead'>): string {
  switch (kind) {
    case 'newTrial':
      return hasTextToRead ? 'New trial, criteria to read' : 'New trial, may fit'
    case 'nowMayFit':
      return hasTextToRead ? 'Criteria to read' : 'Now may fit'
    case 'toLookAgain':
      return 'To be looked at again'
    case 'noLongerMatches':
      return lossLabel(to)
    case 'other':
      return 'Answer changed'
  }
}

/** What is only put off may still match, and a trial that is not listed any more was not compared. */
function lossLabel(to: Outcome | null): string {
  if (to === null) return 'Not listed any more'
  return to === 'notYet' ? 'Put off for now' : 'No longer matches'
}
