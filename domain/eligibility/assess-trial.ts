import type { DiagnosisGrade } from '../cancer/match-diagnosis.ts'
import type { CalendarDate } from '../identity/calendar-date.ts'
import { leftOutText } from '../patient-wishes/left-out-text.ts'
import type { TrialRecord } from '../trial/trial-record.ts'
import type { VerdictOverride } from './applied-override.ts'
import { candidacyOf } from './candidate.ts'
import { cohortsOf } from './cohorts-of.ts'
import { isDeciding } from './criterion-outcome.ts'
import { namedItem } from './item-name.ts'
import { noAnswersYet } from './known-answers.ts'
import { histologyItem } from './leaves/diagnosis-gap.ts'
import { type Outcome, worseOutcome } from './outcome-label.ts'
import type { PatientFacts } from './patient-facts.ts'
import { type TrialOutcome, trialOutcome } from './trial-outcome.ts'
import type { KnownAnswers, SettlingItem } from './verdict.ts'

/** A trial as assessing and listing it needs it. */
export interface HeldTrial {
  readonly trialId: string
  readonly isDemonstration: boolean
  /** Open at one or more sites in the countries of the service. */
  readonly isOpenAtHome: boolean
  readonly record: ScreenedRecord
}

/** The part of a trial's record that decides and is shown in a list of candidates. */
export type ScreenedRecord = Pick<
  TrialRecord,
  | 'registryId'
  | 'title'
  | 'phases'
  | 'recruitmentStatus'
  | 'cancerTypeIds'
  | 'isBasket'
  | 'cohorts'
  | 'anchor'
  | 'protocolVersion'
  | 'criteria'
>

/** One patient against one trial: how the cancer fits, then the criteria, then both together. */
export interface TrialAssessment {
  readonly trial: HeldTrial
  /** `unknown` also where the trial takes many cancers or none that the taxonomy has: nothing was compared. */
  readonly diagnosisGrade: DiagnosisGrade
  /** The patient’s wish, where it closes the trial; it is no verdict, so the outcome stays what the criteria say. */
  readonly leftOutByWish: string | null
  /** Of the criteria and the cancer type taken together. */
  readonly outcome: Outcome
  readonly criteria: TrialOutcome
  /** What the patient does not meet, in the protocol's own words. */
  readonly blocking: readonly string[]
  /** What can still change the outcome; empty for a trial that does not fit, because nothing would. */
  readonly undecided: readonly SettlingItem[]
  /** Everything that is not known of the criteria that count, whether or not it could change the outcome today. */
  readonly open: readonly SettlingItem[]
  /** The one of them that settles the trial: whatever is found out of it, the outcome is another and nothing is open. */
  readonly settledBy: SettlingItem | null
  /** Of a trial that is put off until a day: what is not known and could put it off further. */
  readonly dateDependsOn: readonly SettlingItem[]
  /** Text, or a cancer type, that only a person can read has a say in the outcome. */
  readonly hasTextToRead: boolean
}

/**
 * Assesses any trial, open or not. The cancer type counts like a criterion, because the trials of a registry carry no
 * rule for it: a cancer that the trial does not take does not fit, and one that is not proven needs data at best.
 * `overrides` are clinicians' verdicts on the criteria of this trial for this patient; `answers` is shared between the
 * trials of one patient.
 */
export function assessTrial(
  facts: PatientFacts,
  trial: HeldTrial,
  asOf: CalendarDate,
  overrides: readonly VerdictOverride[] = [],
  answers: KnownAnswers = noAnswersYet(facts, asOf),
): TrialAssessment {
  const criteria = trialOutcome(trialCriteria(trial), facts, { asOf, answers }, overrides)
  const fit = cancerFit(facts, trial)
  const outcome = worseOutcome(criteria.outcome, fit.best)
  const undecided = outcome === 'notMatched' ? [] : distinct([...fit.undecided, ...criteria.decisive])
  const isText = fit.best === 'needsClinician' || criteria.hasDecisiveText
  return {
    trial,
    diagnosisGrade: fit.grade,
    leftOutByWish: leftOutText(facts.researchRefusals, trial.trialId),
    outcome,
    criteria,
    blocking: [...fit.blocking, ...closedCohorts(trial, criteria), ...failedTexts(criteria)],
    undecided,
    open: outcome === 'notMatched' ? [] : distinct([...fit.undecided, ...openItems(criteria)]),
    dateDependsOn: outcome === 'notYet' ? criteria.dateDependsOn : [],
    settledBy: isText ? null : onlyItem(outcome, undecided),
    hasTextToRead: outcome !== 'notMatched' && isText,
  }
}

/** A trial that is put off stays so whatever is found out, or gets worse: no item promises it an answer. */
function onlyItem(outcome: Outcome, undecided: readonly SettlingItem[]): SettlingItem | null {
  const [only = null, ...others] = undecided
  const isUndecided = outcome === 'needsData' || outcome === 'needsClinician'
  return isUndecided && others.length === 0 ? only : null
}

function trialCriteria({ trialId, record }: HeldTrial) {
  const { anchor, criteria, cohorts, protocolVersion } = record
  const openCohorts = cohorts.filter(({ recruitmentStatus }) => recruitmentStatus === 'open').map(({ name }) => name)
  return {
    trialId,
    anchor,
    criteria,
    ...(cohorts.length === 0 ? {} : { openCohorts }),
    ...(protocolVersion === null ? {} : { protocolVersion }),
  }
}

interface CancerFit {
  readonly grade: DiagnosisGrade
  readonly best: Outcome
  readonly blocking: readonly string[]
  readonly undecided: readonly SettlingItem[]
}

/** How the cancer fits, whether the trial is open or not. */
function cancerFit(facts: PatientFacts, { record }: HeldTrial): CancerFit {
  if (facts.diedOn !== null)
    return { ...settledFit, grade: 'unknown', best: 'notMatched', blocking: ['The patient has died'] }
  const candidacy = candidacyOf({ ...record, isOpen: true }, facts)
  switch (candidacy.kind) {
    case 'cancerType':
      return candidacy.grade === 'exact'
        ? settledFit
        : { ...settledFit, grade: candidacy.grade, best: 'needsData', undecided: [histologyItem] }
    case 'basket':
      return { ...settledFit, grade: 'unknown' }
    case 'needsDiagnosis':
      return { ...settledFit, grade: 'unknown', best: 'needsData', undecided: [namedItem('diagnosis')] }
    case 'notMapped':
      return { ...settledFit, grade: 'unknown', best: 'needsClinician' }
    case 'notCandidate':
      return { ...settledFit, grade: 'none', best: 'notMatched', blocking: ['The trial is for another cancer'] }
  }
}

const settledFit: CancerFit = { grade: 'exact', best: 'noFailuresFound', blocking: [], undecided: [] }

/** Where no cohort is open, the criteria are those of none. */
function closedCohorts({ record }: HeldTrial, { cohort }: TrialOutcome): readonly string[] {
  return cohort === null && cohortsOf(record.criteria).length > 0 ? ['No cohort of the trial is open'] : []
}

/** The criteria that decide and are not met, in the protocol's own words. */
export function failedTexts({ criteria }: Pick<TrialOutcome, 'criteria'>): readonly string[] {
  return criteria
    .filter((outcome) => isDeciding(outcome) && outcome.state === 'notMet')
    .map(({ criterion }) => criterion.text)
}

/** What is not known of the criteria that decide. */
export function openItems({ criteria }: Pick<TrialOutcome, 'criteria'>): readonly SettlingItem[] {
  return criteria.filter(isDeciding).flatMap(({ items }) => items)
}

function distinct(items: readonly SettlingItem[]): readonly SettlingItem[] {
  return [...new Map(items.map((item) => [item.key, item])).values()]
}
