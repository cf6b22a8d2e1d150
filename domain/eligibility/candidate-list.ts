import type { CalendarDate } from '../identity/calendar-date.ts'
import type { VerdictOverride } from './applied-override.ts'
import { assembleCandidate, type Candidate, type CandidateReferral } from './assemble-candidate.ts'
import { assessTrial, type HeldTrial, type TrialAssessment } from './assess-trial.ts'
import type { ChangeOfTrial } from './candidate-change.ts'
import type { CandidateSites, HeldSite } from './candidate-sites.ts'
import { noAnswersYet } from './known-answers.ts'
import type { OfferedTrials } from './offered-trials.ts'
import type { PatientFacts } from './patient-facts.ts'
import { rankCandidates } from './rank-candidates.ts'
import { type SettlingValue, whatWouldSettle } from './what-would-settle.ts'

/** The trials of one patient, in the groups in which they are shown. */
export interface CandidateList {
  readonly asOf: CalendarDate
  readonly orderingRule: string
  /** Trials for the patient's cancer, or for one that it may be. */
  readonly candidates: Candidate[]
  /** Trials for many cancers. */
  readonly baskets: Candidate[]
  /** Trials of either sort that do not fit on the data held. */
  readonly notMatched: Candidate[]
  /** Open trials whose conditions are in no taxonomy, so that somebody has to look at them. */
  readonly unmappedTrials: number
  /**
   * What to find out, over the trials for the patient's cancer and those trials for many cancers whose criteria all
   * carry rules. The others would put an item of nearly every patient on the list, and somebody has to read them anyway.
   */
  readonly settling: SettlingValue[]
  /** Trials that were listed before and are not any more, as far as the reader has not seen it. */
  readonly noLongerOffered: ChangeOfTrial[]
}

export interface CandidateListParts extends Omit<CandidateSites, 'sites'> {
  readonly facts: PatientFacts
  readonly asOf: CalendarDate
  readonly offered: OfferedTrials<HeldTrial>
  readonly sitesOf: (trialId: string) => readonly HeldSite[]
  readonly referralOf: (trialId: string) => CandidateReferral | null
  /** What the reader has not seen of any trial. */
  readonly unseen: readonly ChangeOfTrial[]
  /** Clinicians' verdicts on the criteria of a trial. */
  readonly overridesOf: (trialId: string) => readonly VerdictOverride[]
}

/** `rankCandidates` without a travel limit, which nobody records yet, in one sentence. */
export const orderingRule =
  'Trials whose criteria are all checked by software come first, then trials open at your own site, then those with the fewest criteria not met, then those with the fewest still to settle.'

/** Assesses the trials offered to a patient, and puts them into their groups and in order. */
export function candidateList(parts: CandidateListParts): CandidateList {
  const { facts, asOf, offered, overridesOf } = parts
  const answers = noAnswersYet(facts, asOf)
  const assess = (trials: readonly HeldTrial[]) =>
    trials.map((trial) => assessTrial(facts, trial, asOf, overridesOf(trial.trialId), answers))
  const forCancer = assess(offered.specific)
  const forMany = assess(offered.baskets)
  const specific = rankedCandidates(forCancer, parts)
  const baskets = rankedCandidates(forMany, parts)
  const fits = ({ outcome }: Candidate) => outcome !== 'notMatched'
  return {
    asOf,
    orderingRule,
    candidates: specific.filter(fits),
    baskets: baskets.filter(fits),
    notMatched: [...specific, ...baskets].filter((candidate) => !fits(candidate)),
    unmappedTrials: offered.unmapped.length,
    settling: [...whatWouldSettle(facts, [...forCancer, ...forMany.filter(isAllRules)], { asOf })],
    noLongerOffered: noLongerOffered(parts),
  }
}

function noLongerOffered({ offered, unseen }: CandidateListParts): ChangeOfTrial[] {
  const listed = new Set([...offered.specific, ...offered.baskets].map(({ trialId }) => trialId))
  return unseen.filter(({ trial }) => !listed.has(trial.trialId))
}

function isAllRules({ criteria: { counts } }: TrialAssessment): boolean {
  return counts.checked > 0 && counts.toRead === 0
}

function rankedCandidates(assessments: readonly TrialAssessment[], parts: CandidateListParts): readonly Candidate[] {
  const { homeCountries, from, sitesOf, referralOf, unseen } = parts
  const assessed = assessments.map((assessment) => {
    const { trialId } = assessment.trial
    const sites = { sites: sitesOf(trialId), homeCountries, from }
    const change = unseen.find(({ trial }) => trial.trialId === trialId)?.change ?? null
    const candidate = assembleCandidate(assessment, sites, referralOf(trialId), change)
    return { trialId, candidate, outcome: candidate.outcome, ...rankingOf(assessment, candidate) }
  })
  return rankCandidates(assessed).map(({ trial }) => trial.candidate)
}

function rankingOf({ criteria }: TrialAssessment, { sites }: Candidate) {
  return {
    criteria: criteria.criteria,
    counts: criteria.counts,
    isOpenAtOwnSite: sites.some((site) => site.isOwnOrganisation && site.recruitmentStatus === 'open'),
    isWithinTravel: null,
  }
}
