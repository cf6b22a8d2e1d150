import { becauseOfChange } from './because-of-change.ts'
import { stoppedBefore } from './compared-answers.ts'
import type { CriterionOutcome } from './criterion-outcome.ts'
import { type Outcome, outcomes } from './outcome-label.ts'
import type { ScreeningComparison } from './screening-comparison.ts'
import { isSetByClinician } from './set-by-clinician.ts'

/** `other` is history only: nobody is told of it unasked. */
export type ChangeKind = NewsKind | 'other'

/** What somebody is told of. `noLongerMatches` is all that is lost: put off, ruled out, or not listed any more. */
export type NewsKind = (typeof newsKinds)[number]

export const newsKinds = ['newTrial', 'nowMayFit', 'noLongerMatches'] as const

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
 * The change from one screening of a patient and a trial to the next, or null where there is none to tell. Compare only
 * a patient who was screened before: the first screening changes nothing.
 */
export function screeningChange(comparison: ScreeningComparison): ScreeningChange | null {
  const { before, now } = comparison
  const answer = 'assessment' in now ? now : null
  const from = before?.outcome ?? null
  const to = answer?.assessment.outcome ?? null
  if (from === to) return null
  const isBasket = answer?.isBasket ?? before?.isBasket ?? false
  // Nearly everybody is offered every trial for many cancers, so that one is listed or not is no news of a patient.
  if (isBasket && (from === null || to === null)) return null
  const kind = isBasket || isOnlyForgotten(comparison) ? 'other' : kindOf(from, to, comparison.isNewTrial)
  if (kind === null) return null
  return {
    kind,
    from,
    to,
    because: becauseOfChange(comparison),
    hasTextToRead: (answer?.assessment.criteria.counts.toRead ?? 0) > 0,
    isSetByClinician: answer !== null && isSetByClinician(answer.assessment.criteria),
  }
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

/**
 * A result that stopped the patient has gone stale, or a clinician's verdict is to be looked at again and software knows
 * no better: nothing has come nearer to fitting, it only has to be repeated.
 */
function isOnlyForgotten({ before, now }: ScreeningComparison): boolean {
  if (before === null || mayFit(before.outcome) || !('assessment' in now)) return false
  const { outcome, criteria } = now.assessment
  if (outcome !== 'needsData' && outcome !== 'needsClinician') return false
  const reasons = before.reasons()
  const stopped = reasons === null ? [] : stoppedBefore(reasons, criteria.cohort)
  return criteria.criteria.some(
    (each) =>
      stopped.includes(each.criterion.text) &&
      ((outcome === 'needsData' && each.state === 'unknown') || isLapsedVerdict(each)),
  )
}

function isLapsedVerdict({ state, verdict, override }: CriterionOutcome): boolean {
  if (override?.state !== 'toReview' || state !== 'person') return false
  return override.override.verdict === 'notMet' && verdict?.verdict !== 'met'
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
      return hasTextToRead ? 'New trial, may fit, criteria to read' : 'New trial, may fit'
    case 'nowMayFit':
      return hasTextToRead ? 'May fit, criteria to read' : 'Now may fit'
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
