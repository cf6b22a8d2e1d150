import { calendarDateInLondon } from '../identity/calendar-date-in-london.ts'
import { displayDate } from '../identity/date-words.ts'
import type { TrialAssessment } from './assess-trial.ts'
import { type CriterionOutcome, isDeciding } from './criterion-outcome.ts'
import { decidingLeaves } from './deciding-leaves.ts'
import type { SplitBlocking } from './split-blocking.ts'

/** Why a criterion that is named as not met is so. Named after the contract's schema, field for field. */
export interface BlockingFinding {
  /** The criterion in the words of the protocol, as `SplitBlocking` names it. */
  readonly text: string
  /** What decided: each with value, unit, date, limit and source. */
  readonly sentences: string[]
  /** The clinician whose verdict it is; `null` where software found it. */
  readonly setBy: string | null
}

/** What was found of each criterion that is named, in whatever cohort; nothing of what is no criterion. */
export function blockingFindings(
  { criteria }: Pick<TrialAssessment, 'criteria'>,
  { blocking, notMetForNow, blockingInCohorts }: SplitBlocking,
): BlockingFinding[] {
  const ofCohorts = blockingInCohorts.flatMap((each) => [...each.blocking, ...each.notMetForNow])
  const named = new Set([...blocking, ...notMetForNow, ...ofCohorts])
  const looked = blockingInCohorts.length === 0 ? [criteria] : [criteria, ...criteria.cohorts]
  const failed = looked
    .flatMap((each) => each.criteria)
    .filter((outcome) => isDeciding(outcome) && outcome.state === 'notMet' && named.has(outcome.criterion.text))
  return [...Map.groupBy(failed, ({ criterion }) => criterion.text)].map(([text, outcomes]) => ({
    text,
    sentences: [...new Set(outcomes.flatMap(sentencesOf))],
    setBy: outcomes.map(deciderOf).find((by) => by !== null) ?? null,
  }))
}

function sentencesOf(outcome: CriterionOutcome): readonly string[] {
  const { verdict, override } = outcome
  const found = isFoundBySoftware(outcome) && verdict !== null ? decidingLeaves(verdict) : []
  const set =
    override?.state === 'active'
      ? [`Set to “not met” by ${override.override.by} on ${dayOf(override.override.at)}`]
      : []
  return [...found.map(({ sentence }) => sentence), ...set]
}

function deciderOf(outcome: CriterionOutcome): string | null {
  return outcome.override?.state === 'active' && !isFoundBySoftware(outcome) ? outcome.override.override.by : null
}

/** A clinician may have set what software finds as well. */
function isFoundBySoftware({ verdict }: CriterionOutcome): boolean {
  return verdict?.verdict === 'notMet'
}

function dayOf(at: string): string {
  return displayDate(calendarDateInLondon(new Date(at)))
}
