import { type CriterionOutcome, canTurnFinal, isDeciding } from './criterion-outcome.ts'
import { type Outcome, outcomes } from './outcome-label.ts'
import type { SettlingItem } from './verdict.ts'

/** One cohort of a trial, or the whole of a trial without cohorts. */
interface CohortAnswer {
  readonly outcome: Outcome
  readonly criteria: readonly CriterionOutcome[]
}

/**
 * The undecided items that can still change the outcome of the trial, each once. What would only put off a trial that
 * is put off already cannot, nor can anything in a cohort that stays behind another whatever is found out. An item that
 * another criterion asks for as well stays counted, even where that one alone would decide.
 */
export function decisiveItems(cohorts: readonly CohortAnswer[]): readonly SettlingItem[] {
  const items = cohortsInPlay(cohorts).flatMap((cohort) =>
    changingCriteria(cohort).flatMap((criterion) => criterion.items),
  )
  return [...new Map(items.map((item) => [item.key, item])).values()]
}

/** Whether text that only a person can read has a say in the outcome, so that no item settles it. */
export function hasDecisiveText(cohorts: readonly CohortAnswer[]): boolean {
  return cohortsInPlay(cohorts).some(hasText)
}

/** Those that can still give the trial its outcome. */
function cohortsInPlay(cohorts: readonly CohortAnswer[]): readonly CohortAnswer[] {
  return cohorts.filter((cohort, place) => {
    const least = Math.max(-1, ...cohorts.filter((_, other) => other !== place).map(leastRank))
    return greatestRank(cohort) > least
  })
}

/** The open criteria that can still move the cohort. */
function changingCriteria({ outcome, criteria }: CohortAnswer): readonly CriterionOutcome[] {
  const open = criteria.filter((criterion) => isDeciding(criterion) && criterion.items.length > 0)
  if (outcome === 'notMatched') return []
  return outcome === 'notYet' ? open.filter(({ criterion }) => canTurnFinal(criterion)) : open
}

/** The worst that the cohort can come to. */
function leastRank(cohort: CohortAnswer): number {
  const open = changingCriteria(cohort)
  if (open.some(({ criterion }) => canTurnFinal(criterion))) return outcomes.indexOf('notMatched')
  return outcomes.indexOf(open.length > 0 ? 'notYet' : cohort.outcome)
}

/** The best that it can come to. */
function greatestRank(cohort: CohortAnswer): number {
  const { outcome } = cohort
  if (outcome === 'notMatched' || outcome === 'notYet') return outcomes.indexOf(outcome)
  return outcomes.indexOf(hasText(cohort) ? 'needsClinician' : 'noFailuresFound')
}

/** Where no criteria are held, all of them are to be read. */
function hasText({ criteria }: CohortAnswer): boolean {
  const deciding = criteria.filter(isDeciding)
  return deciding.length === 0 || deciding.some(({ state }) => state === 'notEncoded')
}
