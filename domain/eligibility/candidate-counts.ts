import type { TrialAssessment } from './assess-trial.ts'

/** Where a trial of a patient is counted, best first. What is checked in part stands behind all that is checked in full. */
export const candidateParts = [
  'noFailuresFound',
  'needsClinician',
  'needsData',
  'notYet',
  'toRead',
  'notMatched',
] as const

export type CandidatePart = (typeof candidateParts)[number]

/** Each trial once. Named after the contract's schema, field for field. */
export type CandidateCounts = Readonly<Record<CandidatePart, number>>

type Counted = Pick<TrialAssessment, 'outcome' | 'hasTextToRead'>

/** Whatever software says of a part of the criteria, a trial with others to read is never counted as one that fits. */
export function candidatePart({ outcome, hasTextToRead }: Counted): CandidatePart {
  return hasTextToRead ? 'toRead' : outcome
}

export function countCandidateTrials(trials: readonly Counted[]): CandidateCounts {
  const count = (part: CandidatePart) => trials.filter((trial) => candidatePart(trial) === part).length
  return {
    noFailuresFound: count('noFailuresFound'),
    needsClinician: count('needsClinician'),
    needsData: count('needsData'),
    notYet: count('notYet'),
    toRead: count('toRead'),
    notMatched: count('notMatched'),
  }
}
