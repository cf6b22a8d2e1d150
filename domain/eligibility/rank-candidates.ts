import type { CriterionState } from './criterion-outcome.ts'
import type { Outcome } from './outcome-label.ts'
import type { TrialOutcome } from './trial-outcome.ts'

export interface RankedTrial {
  readonly trialId: string
  readonly outcome: Outcome
  readonly criteria: readonly { readonly state: CriterionState }[]
  readonly counts: TrialOutcome['counts']
  readonly isOpenAtOwnSite: boolean
  /** Whether an open site lies within the patient's travel limit; `null` where limit or distance is not known. */
  readonly isWithinTravel: boolean | null
}

export interface Ranking<Trial> {
  readonly trial: Trial
  /** Why it stands where it does, in the order that the rule looks at it. */
  readonly because: readonly string[]
}

/**
 * Puts trials in order by a stated rule, never by a score: trials that do not fit last; fully encoded before partly
 * encoded; open at the patient's own site; open within the travel limit; fewest criteria that need time or treatment;
 * fewest not known; then by trial id.
 */
export function rankCandidates<Trial extends RankedTrial>(trials: readonly Trial[]): readonly Ranking<Trial>[] {
  return trials
    .map((trial) => ({ trial, keys: keysOf(trial) }))
    .toSorted(byRule)
    .map(({ trial }) => ({ trial, because: reasonsOf(trial) }))
}

interface Placed {
  readonly trial: RankedTrial
  readonly keys: readonly number[]
}

function byRule(a: Placed, b: Placed): number {
  const difference = a.keys.map((key, index) => key - (b.keys[index] ?? key)).find((step) => step !== 0)
  return difference ?? a.trial.trialId.localeCompare(b.trial.trialId)
}

function keysOf(trial: RankedTrial): readonly number[] {
  return [
    trial.outcome === 'notMatched' ? 1 : 0,
    isFullyEncoded(trial) ? 0 : 1,
    trial.isOpenAtOwnSite ? 0 : 1,
    trial.isWithinTravel === true ? 0 : trial.isWithinTravel === null ? 1 : 2,
    countOf(trial, ['notMet']),
    countOf(trial, ['unknown', 'person', 'notEncoded']),
  ]
}

function reasonsOf(trial: RankedTrial): readonly string[] {
  const { checked, toRead } = trial.counts
  return [
    trial.isOpenAtOwnSite ? 'Open at own site' : 'Not open at own site',
    travelWords(trial.isWithinTravel),
    `Criteria not met: ${countOf(trial, ['notMet'])}`,
    `Criteria not known or for a person: ${countOf(trial, ['unknown', 'person', 'notEncoded'])}`,
    isFullyEncoded(trial)
      ? 'Every criterion checked by software'
      : `${checked} of ${trial.criteria.length} criteria checked by software, ${toRead} to read`,
  ]
}

function travelWords(isWithinTravel: boolean | null): string {
  if (isWithinTravel === null) return 'Travel limit or distance not known'
  return isWithinTravel ? 'Open within the travel limit' : 'No open site within the travel limit'
}

function isFullyEncoded({ counts }: RankedTrial): boolean {
  return counts.toRead === 0 && counts.checked > 0
}

function countOf(trial: RankedTrial, states: readonly CriterionState[]): number {
  return trial.criteria.filter(({ state }) => states.includes(state)).length
}
