import type { components } from '#api/schema.ts'

export type Candidate = components['schemas']['Candidate']
type Outcome = components['schemas']['Outcome']

export type CandidateGroup = { readonly outcome: Outcome; readonly candidates: readonly Candidate[] }

export type CandidateParts = {
  /** Trials whose criteria are all checked by software, by outcome. */
  readonly checked: readonly CandidateGroup[]
  /** Trials with criteria that somebody has to read, or with none on record: what software says of them is in part. */
  readonly toRead: readonly Candidate[]
}

/** Best first. A group that holds nothing is left out. */
const groupOrder: readonly Outcome[] = ['noFailuresFound', 'needsClinician', 'needsData', 'notYet']

/** A trial checked in part never stands above one checked in full; inside each list the stated order stays. */
export function groupCandidates(candidates: readonly Candidate[]): CandidateParts {
  const { checked = [], toRead = [] } = Object.groupBy(candidates, (candidate) =>
    candidate.hasTextToRead ? 'toRead' : 'checked',
  )
  const byOutcome = Map.groupBy(checked, ({ outcome }) => outcome)
  return {
    checked: groupOrder.flatMap((outcome) => {
      const group = byOutcome.get(outcome)
      return group === undefined ? [] : [{ outcome, candidates: group }]
    }),
    toRead,
  }
}

/** The id of the element with which a group begins on the page of a patient. */
export function groupId(group: Outcome | 'toRead' | 'baskets' | 'noLongerOffered'): string {
  return `group-${group}`
}
