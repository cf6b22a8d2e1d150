import { type CriterionOutcome, isFinalBlocker } from './criterion-outcome.ts'
import type { Outcome } from './outcome-label.ts'

/** What one criterion means for one patient's way into a trial. `stopsForNow`: until something changes or time passes. */
export type Bearing = 'passes' | 'needsData' | 'needsPerson' | 'stopsForNow' | 'stops'

export function bearingOf(outcome: CriterionOutcome): Bearing {
  switch (outcome.state) {
    case 'met':
      return 'passes'
    case 'notMet':
      return isFinalBlocker(outcome) ? 'stops' : 'stopsForNow'
    case 'unknown':
      return 'needsData'
    case 'person':
    case 'notEncoded':
      return 'needsPerson'
  }
}

/** The outcome of the criteria that decide: the first of these that applies. None at all have not been checked. */
export function outcomeOfBearings(bearings: readonly Bearing[]): Outcome {
  if (bearings.includes('stops')) return 'notMatched'
  if (bearings.includes('stopsForNow')) return 'notYet'
  if (bearings.includes('needsData')) return 'needsData'
  return bearings.length === 0 || bearings.includes('needsPerson') ? 'needsClinician' : 'noFailuresFound'
}
