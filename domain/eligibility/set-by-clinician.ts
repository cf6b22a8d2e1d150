import type { TrialOutcome } from './trial-outcome.ts'

/** How many criteria count as a clinician said and not as software found, whether or not the two agree. */
export function countSetByClinician({ criteria }: Pick<TrialOutcome, 'criteria'>): number {
  return criteria.filter(({ override }) => override?.state === 'active').length
}
