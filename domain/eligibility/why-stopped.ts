import type { TrialAssessment } from './assess-trial.ts'
import { type BlockingFinding, blockingFindings } from './blocking-findings.ts'
import { splitBlocking } from './split-blocking.ts'

/** Why one patient of a trial's list does not fit, or not yet. Named after the contract's schema, field for field. */
export interface WhyStopped {
  /** What the patient does not meet, in the protocol's own words; where each cohort has its own reasons, with the cohort. */
  readonly blocking: string[]
  readonly blockingFindings: BlockingFinding[]
}

/** Nothing of a patient whom nothing known stops. */
export function whyStopped(assessment: TrialAssessment): WhyStopped {
  const isStopped = assessment.outcome === 'notMatched' || assessment.outcome === 'notYet'
  if (!isStopped) return { blocking: [], blockingFindings: [] }
  const split = splitBlocking(assessment)
  const ofCohorts = split.blockingInCohorts.flatMap(({ blocking }) => blocking)
  const blocking = split.blocking.length > 0 ? split.blocking : [...new Set(ofCohorts)]
  return {
    blocking,
    blockingFindings: blockingFindings(assessment, split).filter(({ text }) => blocking.includes(text)),
  }
}
