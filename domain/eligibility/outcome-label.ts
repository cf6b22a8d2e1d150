/** What the software can say of one patient and one trial. None of these is a decision about the patient. */
export type Outcome = 'notMatched' | 'notYet' | 'needsData' | 'needsClinician' | 'noFailuresFound'

/** From worst to best. */
export const outcomes: readonly Outcome[] = ['notMatched', 'notYet', 'needsData', 'needsClinician', 'noFailuresFound']

/** The words on screen. Only a principal investigator decides who may enter a trial, so none of them says so. */
export const outcomeLabels: Readonly<Record<Outcome, string>> = {
  notMatched: 'Not matched on the data held',
  notYet: 'Not yet',
  needsData: 'Needs data',
  needsClinician: 'Needs a clinician',
  noFailuresFound: 'No criteria failed on the data held',
}

/** The answer to one criterion in words. */
export const criterionLabels = {
  met: 'Met',
  notMet: 'Not met',
  unknown: 'Not known',
  person: 'Needs a clinician',
} as const

/** The worse of two outcomes, where both must hold. */
export function worseOutcome(a: Outcome, b: Outcome): Outcome {
  return outcomes.indexOf(a) <= outcomes.indexOf(b) ? a : b
}

/** The better of two outcomes, for a trial whose cohorts differ. */
export function betterOutcome(a: Outcome, b: Outcome): Outcome {
  return outcomes.indexOf(a) >= outcomes.indexOf(b) ? a : b
}
