import type { components } from '#api/schema.ts'

export type Candidate = components['schemas']['Candidate']
type Outcome = components['schemas']['Outcome']

export type CandidateGroup = { readonly outcome: Outcome; readonly candidates: readonly Candidate[] }

/** Best first. A group that holds nothing is left out; inside a group the stated order stays. */
const groupOrder: readonly Outcome[] = ['noFailuresFound', 'needsClinician', 'needsData', 'notYet', 'notMatched']

export function groupCandidates(candidates: readonly Candidate[]): readonly CandidateGroup[] {
  const byOutcome = Map.groupBy(candidates, ({ outcome }) => outcome)
  return groupOrder.flatMap((outcome) => {
    const group = byOutcome.get(outcome)
    return group === undefined ? [] : [{ outcome, candidates: group }]
  })
}
