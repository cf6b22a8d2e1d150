import type { DiagnosisGrade } from '../cancer/match-diagnosis.ts'
import type { CalendarDate } from '../identity/calendar-date.ts'
import type { ReferralStatus } from '../referral/referral-status.ts'
import type { RecruitmentStatus } from '../trial/recruitment-status.ts'
import type { TrialAssessment } from './assess-trial.ts'
import { sentencesOf } from './because-of-change.ts'
import { type BlockingFinding, blockingFindings } from './blocking-findings.ts'
import type { CandidateChange } from './candidate-change.ts'
import { candidatePlace } from './candidate-place.ts'
import { type CandidateSite, type CandidateSites, candidateSites } from './candidate-sites.ts'
import { type CriterionMark, countMarks } from './count-marks.ts'
import { worthLookingAt } from './criteria-to-look-at.ts'
import type { CriterionOutcome, CriterionState } from './criterion-outcome.ts'
import { type Outcome, outcomeLabels } from './outcome-label.ts'
import { type RankingReason, rankingReasons } from './ranking-reasons.ts'
import { countSetByClinician } from './set-by-clinician.ts'
import { type SplitBlocking, splitBlocking } from './split-blocking.ts'
import type { TravelLimit } from './travel-limit.ts'
import type { TrialOutcome } from './trial-outcome.ts'

/** A trial that a patient could be referred to, as it is listed. Named after the contract's schema, field for field. */
export interface Candidate extends SplitBlocking {
  readonly trialId: string
  readonly registryId: string
  readonly title: string
  readonly phases: string[]
  readonly recruitmentStatus: RecruitmentStatus
  readonly isDemonstration: boolean
  readonly isBasket: boolean
  readonly diagnosisGrade: DiagnosisGrade
  readonly leftOutByWish: string | null
  readonly outcome: Outcome
  readonly outcomeLabel: string
  /** Nobody says that it fits before they are read. */
  readonly hasTextToRead: boolean
  readonly canBeMetFrom: CalendarDate | null
  /** What is not known and could put that day off further. */
  readonly dateDependsOn: string[]
  readonly expiresOn: CalendarDate | null
  readonly criteria: CriterionCounts
  /** Of each criterion that is named as not met: what was found and who decided it. */
  readonly blockingFindings: BlockingFinding[]
  readonly undecided: string[]
  /** Verdicts of clinicians that do not count as they stand, each with what software finds on the data held now. */
  readonly toLookAgain: string[]
  /** The one that gave the outcome. */
  readonly cohort: string | null
  /** The one whose criteria are counted; `null` where no cohort is open or the trial has none. */
  readonly criteriaCohort: string | null
  readonly sites: CandidateSite[]
  /** Why it stands where it does in a list of the patient's trials. */
  readonly because: RankingReason[]
  readonly referral: CandidateReferral | null
  readonly change: CandidateChange | null
}

/** The sites of one trial, who asks about them, and how far the patient would travel to one. */
export interface ReachableSites extends CandidateSites {
  readonly travelLimit: TravelLimit | null
}

export interface CriterionCounts {
  readonly met: number
  readonly notMet: number
  /** For want of data or of a person's answer. */
  readonly unknown: number
  /** Protocol text without a rule. */
  readonly toRead: number
  /** Of all these the ones that count as a clinician said. */
  readonly setByClinician: number
}

/** The referral of the patient to the trial that still stands. */
export interface CandidateReferral {
  readonly referralId: string
  readonly trialId: string
  readonly trialTitle: string
  readonly status: ReferralStatus
}

/** The assessment as it is shown. `referral` is the one that still stands, `change` what the reader has not seen yet. */
export function assembleCandidate(
  assessment: TrialAssessment,
  sites: ReachableSites,
  referral: CandidateReferral | null,
  change: CandidateChange | null,
): Candidate {
  const { trial, criteria, outcome, diagnosisGrade, leftOutByWish } = assessment
  const { registryId, title, phases, recruitmentStatus, isBasket } = trial.record
  const isNotYet = outcome === 'notYet'
  const listed = candidateSites(trial.record, sites)
  const split = splitBlocking(assessment)
  return {
    trialId: trial.trialId,
    registryId,
    title,
    phases: [...phases],
    recruitmentStatus,
    isDemonstration: trial.isDemonstration,
    isBasket,
    diagnosisGrade,
    outcome,
    leftOutByWish,
    outcomeLabel: [...(leftOutByWish === null ? [] : [leftOutByWish]), outcomeLabel(assessment)].join('. '),
    hasTextToRead: assessment.hasTextToRead,
    canBeMetFrom: isNotYet ? criteria.canBeMetFrom : null,
    dateDependsOn: assessment.dateDependsOn.map(({ label }) => label),
    expiresOn: outcome === 'notMatched' ? null : criteria.expiresOn,
    criteria: countCriteria(criteria),
    ...split,
    blockingFindings: blockingFindings(assessment, split),
    undecided: assessment.undecided.map(({ label }) => label),
    toLookAgain: worthLookingAt(assessment).map(lookAgainText),
    // Where no cohort fits, none of them gave the outcome.
    cohort: outcome === 'notMatched' ? null : criteria.cohort,
    criteriaCohort: criteria.cohort,
    sites: listed,
    // Who may not know the place is not told whether the trial is open there.
    because: rankingReasons({ ...criteria, outcome, ...candidatePlace(listed, sites.travelLimit) }).filter(
      ({ step }) => step !== 'ownSite' || !sites.isLocationHidden || sites.from !== null,
    ),
    referral,
    change,
  }
}

/**
 * The outcome in words. Where part of the protocol is text that nobody has turned into rules, it says how much, because
 * a good result on four criteria of 23 is no good result: "4 of 23 criteria checked by software, 19 to read". Where
 * clinicians' verdicts count, it says how many.
 */
export function outcomeLabel(assessment: Pick<TrialAssessment, 'outcome' | 'criteria'>): string {
  const found = findingLabel(assessment)
  const set = countSetByClinician(assessment.criteria)
  return set === 0 ? found : `${found}, with ${set === 1 ? '1 verdict' : `${set} verdicts`} set by a clinician`
}

function findingLabel({
  outcome,
  criteria: { counts, criteria },
}: Pick<TrialAssessment, 'outcome' | 'criteria'>): string {
  const total = criteria.length
  if (total === 0) return `${outcomeLabels[outcome]}: no criteria are held, read the protocol`
  if (counts.toRead === 0) return outcomeLabels[outcome]
  const reading = `${counts.checked} of ${total} criteria checked by software, ${counts.toRead} to read`
  return outcome === 'needsClinician' ? reading : `${outcomeLabels[outcome]}: ${reading}`
}

/** "Set to “met” by Dr A Example, to be looked at again: ECOG 0 or 1; the record says: ECOG performance status 3 on …". */
function lookAgainText(outcome: CriterionOutcome): string {
  const [said = '', ...found] = sentencesOf(outcome)
  return found.length === 0 ? said : `${said}; the record says: ${found.join('; ')}`
}

function countCriteria(outcome: Pick<TrialOutcome, 'criteria'>): CriterionCounts {
  const marked = outcome.criteria.map(({ criterion, state }) => ({ class: criterion.class, mark: markOfState[state] }))
  const { notKnown, ...counts } = countMarks(marked)
  return { ...counts, unknown: notKnown, setByClinician: countSetByClinician(outcome) }
}

const markOfState: Readonly<Record<CriterionState, CriterionMark>> = {
  met: 'met',
  notMet: 'notMet',
  unknown: 'notKnown',
  person: 'notKnown',
  notEncoded: 'toRead',
}
