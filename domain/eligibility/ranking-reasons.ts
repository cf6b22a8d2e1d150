import type { CriterionState } from './criterion-outcome.ts'
import type { RankedTrial } from './ranked-trial.ts'

/** One step of the stated order, and how the trial stands to it. */
export interface RankingReason {
  readonly step: 'checked' | 'ownSite' | 'travel' | 'notMet' | 'toSettle'
  readonly text: string
}

/** Why a trial stands where it does, in the order in which the rule looks at it. */
export function rankingReasons(trial: RankedTrial): RankingReason[] {
  const { checked, toRead } = trial.counts
  return [
    {
      step: 'checked',
      text: isFullyEncoded(trial)
        ? 'Every criterion checked by software'
        : `${checked} of ${trial.criteria.length} criteria checked by software, ${toRead} to read`,
    },
    { step: 'ownSite', text: trial.isOpenAtOwnSite ? 'Open at your own site' : 'Not open at your own site' },
    ...(trial.travelText === null ? [] : [{ step: 'travel', text: trial.travelText } as const]),
    { step: 'notMet', text: `Criteria not met: ${countNotMet(trial)}` },
    { step: 'toSettle', text: `Criteria not known or for a person: ${countToSettle(trial)}` },
  ]
}

export function isFullyEncoded({ counts }: Pick<RankedTrial, 'counts'>): boolean {
  return counts.toRead === 0 && counts.checked > 0
}

export function countNotMet(trial: RankedTrial): number {
  return countOf(trial, ['notMet'])
}

export function countToSettle(trial: RankedTrial): number {
  return countOf(trial, ['unknown', 'person', 'notEncoded'])
}

function countOf(trial: RankedTrial, states: readonly CriterionState[]): number {
  return trial.criteria.filter(({ state }) => states.includes(state)).length
}
