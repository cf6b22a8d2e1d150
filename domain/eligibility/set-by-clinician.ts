import type { TrialOutcome } from './trial-outcome.ts'

/** How many criteria count as a clinician said and not as software found, whether or not the two agree. */
export function countSetByClinician({ criteria }: Pick<TrialOutcome, 'criteria'>): number {
  return criteria.filter(({ override }) => override?.state === 'active').length
}

/** Whether the outcome is not software's alone. */
export function isSetByClinician(outcome: Pick<TrialOutcome, 'criteria'>): boolean {
  return countSetByClinician(outcome) > 0
}
