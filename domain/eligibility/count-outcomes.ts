import type { Outcome } from './outcome-label.ts'

/** How many there are of each outcome, asked outcome by outcome. */
export function countEach(count: (outcome: Outcome) => number): Record<Outcome, number> {
  return {
    noFailuresFound: count('noFailuresFound'),
    needsClinician: count('needsClinician'),
    needsData: count('needsData'),
    notYet: count('notYet'),
    notMatched: count('notMatched'),
  }
}

export function countOutcomes(found: readonly Outcome[]): Record<Outcome, number> {
  return countEach((outcome) => found.filter((each) => each === outcome).length)
}
