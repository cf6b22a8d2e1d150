import type { Verdict } from './verdict.ts'

/**
 * What confirming a category as complete claims of a patient, in words: each thing that a trial asks for and that the
 * record does not hold, what most trials ask for first. Empty for an item that is no such confirmation. `openByTrial`:
 * what is open in each trial.
 */
export function countsAsAbsent(openByTrial: readonly (readonly Verdict[])[], key: string): string[] {
  if (!key.startsWith('assertion:')) return []
  const claims = openByTrial.flatMap((leaves) => {
    const asked = leaves.flatMap(({ item, absence }) =>
      item?.key === key && absence !== undefined ? [claimOf(absence)] : [],
    )
    return [...new Set(asked)]
  })
  return [...Map.groupBy(claims, (claim) => claim)]
    .toSorted(([a, trials], [b, others]) => others.length - trials.length || a.localeCompare(b))
    .map(([claim]) => claim)
}

/** "No platinum is recorded" is known already; to confirm is to say "No platinum". */
function claimOf(absence: string): string {
  return absence.replace(/ (?:is|are) recorded$/u, '')
}
