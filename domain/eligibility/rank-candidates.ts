import type { RankedTrial } from './ranked-trial.ts'
import { countNotMet, countToSettle, isFullyEncoded } from './ranking-reasons.ts'

/**
 * Puts trials in order by a stated rule, never by a score: trials that do not fit last; fully encoded before partly
 * encoded; open at the patient's own site; open within the travel limit, then where that is not known; fewest criteria
 * that need time or treatment; fewest not known; then by trial id. `rankingReasons` says why each stands where it does.
 */
export function rankCandidates<Trial extends RankedTrial>(trials: readonly Trial[]): readonly Trial[] {
  return trials
    .map((trial) => ({ trial, keys: keysOf(trial) }))
    .toSorted(byRule)
    .map(({ trial }) => trial)
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
    countNotMet(trial),
    countToSettle(trial),
  ]
}
