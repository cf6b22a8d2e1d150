import type { CalendarDate } from '../identity/calendar-date.ts'
import type { VerdictOverride } from './applied-override.ts'
import { assembleCandidate, type Candidate, type CandidateReferral } from './assemble-candidate.ts'
import { assessTrial, type HeldTrial, type TrialAssessment } from './assess-trial.ts'
import type { ChangeOfTrial } from './candidate-change.ts'
import { candidatePlace } from './candidate-place.ts'
import type { CandidateSites, HeldSite } from './candidate-sites.ts'
import { noAnswersYet } from './known-answers.ts'
import type { OfferedTrials } from './offered-trials.ts'
import { orderingRule } from './ordering-rule.ts'
import type { PatientFacts } from './patient-facts.ts'
import { rankCandidates } from './rank-candidates.ts'
import { type TravelLimit, travelLimitOf } from './travel-limit.ts'
import { type SettlingValue, whatWouldSettle } from './what-would-settle.ts'

/** The trials of one patient, in the groups in which they are shown. */
export interface CandidateList {
  readonly asOf: CalendarDate
  readonly orderingRule: string
  /** How far the patient would travel, which the order looks at; null where nobody has recorded it. */
  readonly travelLimit: TravelLimit | null
  /** Trials for the patient's cancer, or for one that it may be. */
  readonly candidates: Candidate[]
  /** Trials for many cancers, whatever their outcome: nearly everybody has them, so they are counted apart. */
  readonly baskets: Candidate[]
  /** Trials for the patient's cancer that do not fit on the data held. */
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

export interface CandidateListParts extends Omit<CandidateSites, 'sites' | 'isLocationHidden'> {
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

/** Assesses the trials offered to a patient, and puts them into their groups and in order. */
export function candidateList(parts: CandidateListParts): CandidateList {
  const { facts, asOf, offered, overridesOf } = parts
  const answers = noAnswersYet(facts, asOf)
  const travelLimit = travelLimitOf(facts)
  const assess = (trials: readonly HeldTrial[]) =>
    trials.map((trial) => assessTrial(facts, trial, asOf, overridesOf(trial.trialId), answers))
  const forCancer = assess(offered.specific)
  const forMany = assess(offered.baskets)
  const specific = rankedCandidates(forCancer, parts, travelLimit)
  const fits = ({ outcome }: Candidate) => outcome !== 'notMatched'
  return {
    asOf,
    orderingRule: orderingRule(travelLimit, facts.isSensitive),
    travelLimit,
    candidates: specific.filter(fits),
    baskets: [...rankedCandidates(forMany, parts, travelLimit)],
    notMatched: specific.filter((candidate) => !fits(candidate)),
    unmappedTrials: offered.unmapped.length,
    settling: [...whatWouldSettle(facts, [...forCancer, ...forMany.filter(isAllRules)])],
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

function rankedCandidates(
  assessments: readonly TrialAssessment[],
  parts: CandidateListParts,
  travelLimit: TravelLimit | null,
): readonly Candidate[] {
  const { homeCountries, from, sitesOf, referralOf, unseen } = parts
  const isLocationHidden = parts.facts.isSensitive
  const assessed = assessments.map((assessment) => {
    const { trialId } = assessment.trial
    const sites = { sites: sitesOf(trialId), homeCountries, from, isLocationHidden, travelLimit }
    const change = unseen.find(({ trial }) => trial.trialId === trialId)?.change ?? null
    const candidate = assembleCandidate(assessment, sites, referralOf(trialId), change)
    const { criteria, counts } = assessment.criteria
    const place = candidatePlace(candidate.sites, travelLimit)
    return { trialId, candidate, outcome: candidate.outcome, criteria, counts, ...place }
  })
  return rankCandidates(assessed).map(({ candidate }) => candidate)
}
