import { daysBetween } from '../identity/calendar-date.ts'
import { displayDate } from '../identity/date-words.ts'
import { type ComparedAnswers, comparedAnswers, openedOrClosed } from './compared-answers.ts'
import { isToLookAgain } from './criteria-to-look-at.ts'
import type { CriterionOutcome } from './criterion-outcome.ts'
import { decidingLeaves } from './deciding-leaves.ts'
import { factNameInside } from './fact-name.ts'
import { splitItemKey } from './item-key.ts'
import { type Outcome, outcomes } from './outcome-label.ts'
import type { AnswerNow, AnswerReasons, ChangeCause, NotOffered, ScreeningComparison } from './screening-comparison.ts'
import type { SettlingItem, Verdict } from './verdict.ts'

/** A trial that opened longer ago than this is not told of as opened, only as listed since. */
const recentlyOpenedDays = 31

/** Why an answer is not what it was, in plain sentences: what stops now, else what stopped and does not, else what set it off. */
export function becauseOfChange(comparison: ScreeningComparison): readonly string[] {
  const { before, now } = comparison
  if (!('assessment' in now)) return [notOfferedTexts[now.because]]
  if (before === null) return [reasonForListing(comparison)]
  const reasons = before.reasons()
  const isBetter = betterThan(now.assessment.outcome, before.outcome)
  const found = reasons === null ? [] : foundBy(comparison.cause, reasons, now, isBetter)
  const all = [...cameIntoUse(comparison), ...found]
  return all.length > 0 ? [...new Set(all)] : [causeTexts[comparison.cause]]
}

function foundBy(cause: ChangeCause, before: AnswerReasons, now: AnswerNow, isBetter: boolean): readonly string[] {
  const compared = comparedAnswers(before, now, isBetter)
  if (cause === 'override') return told(compared, (answers) => whatWasSaid(answers, isBetter))
  const moved = openedOrClosed(before, now, isBetter)
  if (isBetter) return [...moved, ...told(compared, whatCleared), ...whatIsKnown(compared)]
  const stops = [...moved, ...told(compared, whatStops)]
  return stops.length > 0 ? stops : told(compared, whatIsOpen)
}

/** What is not the same in every open cohort is said with the cohort that it is of. */
function told(
  compared: readonly ComparedAnswers[],
  sentencesFrom: (answers: ComparedAnswers) => readonly string[],
): readonly string[] {
  const said = compared.map((answers) => ({ ...answers, sentences: sentencesFrom(answers) }))
  const cohorts = said.filter(({ cohort }) => cohort !== null)
  const isOfAll = (sentence: string) => cohorts.every(({ sentences }) => sentences.includes(sentence))
  return said
    .filter(({ isWhy }) => isWhy)
    .flatMap(({ cohort, sentences }) =>
      sentences.map((sentence) => (cohort === null || isOfAll(sentence) ? sentence : `Cohort ${cohort}: ${sentence}`)),
    )
}

/** Nothing of the patient became known: a clinician set a verdict, or withdrew one so that the software’s counts again. */
function whatWasSaid({ before, now }: ComparedAnswers, isBetter: boolean): readonly string[] {
  const criteria = deciding(now.criteria)
  const changed = isBetter
    ? criteria.filter(({ state, criterion, override }) =>
        override?.state === 'active' ? state === 'met' : state !== 'notMet' && before.blocking.includes(criterion.text),
      )
    : [...newlyFailed(before, criteria), ...newlyOpen(before, criteria)]
  return changed.flatMap((outcome) =>
    outcome.override === undefined
      ? [`The verdict of a clinician was withdrawn: ${outcome.criterion.text}`]
      : sentencesOf(outcome),
  )
}

/** Rules that were held already and began to count: nothing of the patient has changed, and no limit of time has passed. */
function cameIntoUse({ rulesInUseOn }: ScreeningComparison): readonly string[] {
  return rulesInUseOn === null
    ? []
    : [`Criteria of the trial came into use on ${displayDate(rulesInUseOn)}: software checks them from that day`]
}

const notOfferedTexts: Readonly<Record<NotOffered, string>> = {
  notOpen: 'The trial is no longer open here',
  otherCancer: 'The cancer type no longer fits',
  patientDied: 'The patient has died',
  patientsWish: 'The patient does not want to hear about it',
}

const causeTexts = {
  patient: 'The data held on the patient have changed',
  override: 'A clinician has set or withdrawn a verdict on a criterion',
  trial: 'The criteria or the cohorts of the trial have changed',
  day: 'A limit of time has been reached',
  rules: 'The criteria are worked out by newer rules',
} as const

const listedAgainTexts = {
  patientDied: 'The record of a death was taken back',
  patientsWish: 'The patient’s wish not to hear about it was withdrawn',
} as const

/** Why a trial is offered that was not: the same for every patient whom it is offered to. */
export function reasonForListing({
  isNewTrial,
  openedOn,
  wasKeptBy,
  asOf,
}: Pick<ScreeningComparison, 'isNewTrial' | 'openedOn' | 'wasKeptBy' | 'asOf'>): string {
  if (wasKeptBy !== null) return listedAgainTexts[wasKeptBy]
  if (!isNewTrial) return 'The cancer type fits now'
  const daysOpen = openedOn === null ? null : daysBetween(openedOn, asOf)
  return openedOn !== null && daysOpen !== null && daysOpen >= 0 && daysOpen <= recentlyOpenedDays
    ? `Opened on ${displayDate(openedOn)}`
    : `Listed as open here since ${displayDate(asOf)}`
}

/** What the patient does not meet and met before. */
function whatStops({ before, now }: ComparedAnswers): readonly string[] {
  // What stands among the blocking and is no criterion is about the cancer or the person.
  const texts = new Set(now.criteria.map(({ criterion }) => criterion.text))
  const others = now.blocking.filter((text) => !texts.has(text) && !before.blocking.includes(text))
  return [...others, ...newlyFailed(before, deciding(now.criteria)).flatMap(sentencesOf)]
}

/** What is not known any more. */
function whatIsOpen({ before, now }: ComparedAnswers): readonly string[] {
  return newlyOpen(before, deciding(now.criteria)).flatMap(sentencesOf)
}

type Before = ComparedAnswers['before']

function newlyFailed(before: Before, criteria: readonly CriterionOutcome[]): readonly CriterionOutcome[] {
  return criteria.filter(({ state, criterion }) => state === 'notMet' && !before.blocking.includes(criterion.text))
}

function newlyOpen(before: Before, criteria: readonly CriterionOutcome[]): readonly CriterionOutcome[] {
  const known = new Set(before.open.map(({ key }) => key))
  return criteria.filter(({ items }) => items.some(({ key }) => !known.has(key)))
}

/** What stopped the patient before and does not now. */
function whatCleared({ before, now }: ComparedAnswers): readonly string[] {
  const cleared = now.criteria.filter(
    ({ state, criterion }) => state !== 'notMet' && before.blocking.includes(criterion.text),
  )
  const asked = new Set(now.criteria.map(({ criterion }) => criterion.text))
  const dropped = before.blocking.filter((text) => !asked.has(text) && !now.blocking.includes(text))
  return [...cleared.flatMap(sentencesOf), ...dropped.map((text) => `Does not stop the patient any more: ${text}`)]
}

/** What was open and is known. It is known of the patient, whichever cohort asked for it. */
function whatIsKnown(compared: readonly ComparedAnswers[]): readonly string[] {
  const settled = compared
    .filter(({ isWhy }) => isWhy)
    .flatMap(({ before, now }) => {
      const open = new Set(now.open.map(({ key }) => key))
      return before.open.filter(({ key }) => !open.has(key)).map(knownWords)
    })
  return settled.length === 0 ? [] : [`Known now: ${[...new Set(settled)].join(', ')}`]
}

/** What was there to be confirmed is so now: "Known now: Confirm: …" would ask for it again. */
function knownWords({ key, label }: SettlingItem): string {
  const [sort, category] = splitItemKey(key)
  return sort === 'assertion' ? factNameInside(category) : label
}

/** Advisory criteria are shown and never decide. */
function deciding(criteria: readonly CriterionOutcome[]): readonly CriterionOutcome[] {
  return criteria.filter(({ criterion }) => criterion.class !== 'advisory')
}

/** Where a clinician's verdict counts, what software found is not why; where it is to be looked at again, what was found is. */
export function sentencesOf(outcome: CriterionOutcome): readonly string[] {
  const { criterion, verdict, override } = outcome
  const said = override?.override.verdict === 'met' ? 'met' : 'not met'
  if (override?.state === 'active') return [`Set to “${said}” by ${override.override.by}: ${criterion.text}`]
  if (override !== undefined && isToLookAgain(outcome)) {
    const again = `Set to “${said}” by ${override.override.by}, to be looked at again: ${criterion.text}`
    return verdict === null || verdict.verdict === 'unknown' ? [again] : [again, ...findingsOf(verdict)]
  }
  return verdict === null ? [criterion.text] : findingsOf(verdict)
}

function findingsOf(verdict: Verdict): readonly string[] {
  return decidingLeaves(verdict).map(({ sentence }) => sentence)
}

function betterThan(now: Outcome, before: Outcome): boolean {
  return outcomes.indexOf(now) > outcomes.indexOf(before)
}
