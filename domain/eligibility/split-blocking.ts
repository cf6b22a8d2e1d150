import type { TrialAssessment } from './assess-trial.ts'
import { isBlockerForNow, isDeciding, isFinalBlocker } from './criterion-outcome.ts'
import type { TrialOutcome } from './trial-outcome.ts'

/** What the patient does not meet, by what it stops. Named after the contract's schema, field for field. */
export interface SplitBlocking {
  /** What the patient does not meet; of a trial that is not matched, what excludes the patient, whatever the cohort. */
  readonly blocking: string[]
  /** Of a trial that is not matched: what is not met beside that, and would only put it off. */
  readonly notMetForNow: string[]
  /** Of a trial none of whose open cohorts fits: what is not met in some of them only. */
  readonly blockingInCohorts: CohortBlocking[]
}

/** What is not met in one cohort, beside what is not met in all. */
export interface CohortBlocking {
  readonly cohort: string
  readonly blocking: string[]
  readonly notMetForNow: string[]
}

/**
 * Where the trial is put off, all that is not met puts it off; where it is ruled out, only a part of it may rule it out.
 * Where no cohort fits, each has its own reasons: those of all are told once, the others under the cohort they are of.
 */
export function splitBlocking({
  outcome,
  blocking,
  criteria,
}: Pick<TrialAssessment, 'outcome' | 'blocking' | 'criteria'>): SplitBlocking {
  if (outcome !== 'notMatched') return { blocking: [...blocking], notMetForNow: [], blockingInCohorts: [] }
  // Where a cohort would fit but for the cancer, the reasons are those of that cohort.
  const unfit = criteria.outcome === 'notMatched' ? criteria.cohorts : []
  const cohorts = unfit.map((each) => ({ cohort: each.cohort, ...notMetOf(each) }))
  const excludesFromAll = (text: string) => cohorts.every((each) => each.excluding.includes(text))
  const putsOffAll = (text: string) => cohorts.every((each) => each.forNow.includes(text))
  const shown = notMetOf(criteria)
  const ofOneCohort = shown.excluding.filter((text) => !excludesFromAll(text))
  return {
    blocking: blocking.filter((text) => !shown.forNow.includes(text) && !ofOneCohort.includes(text)),
    notMetForNow: shown.forNow.filter(putsOffAll),
    blockingInCohorts: cohorts
      .map(({ cohort, excluding, forNow }) => ({
        cohort,
        blocking: excluding.filter((text) => !excludesFromAll(text)),
        notMetForNow: forNow.filter((text) => !putsOffAll(text)),
      }))
      .filter((each) => each.blocking.length > 0 || each.notMetForNow.length > 0),
  }
}

function notMetOf({ criteria }: Pick<TrialOutcome, 'criteria'>) {
  const textsOf = (found: TrialOutcome['criteria']) => found.map(({ criterion }) => criterion.text)
  const excluding = textsOf(criteria.filter((each) => isDeciding(each) && isFinalBlocker(each)))
  const forNow = textsOf(criteria.filter(isBlockerForNow)).filter((text) => !excluding.includes(text))
  return { excluding, forNow }
}
