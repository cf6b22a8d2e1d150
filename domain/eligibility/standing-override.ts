import type { CalendarDate } from '../identity/calendar-date.ts'
import type { OverrideStanding } from './applied-override.ts'
import { standingOf } from './apply-overrides.ts'
import type { HeldTrial } from './assess-trial.ts'
import { type CriterionOverride, describeOverride } from './criterion-override.ts'
import { judgedCriterion } from './judged-criterion.ts'
import { type OverrideEntry, standingOverrides } from './override-entry.ts'
import type { PatientFacts } from './patient-facts.ts'

/** Everything known of the verdicts on the criteria of a trial for a patient; the history in the order in which it happened. */
export interface OverrideSituation {
  readonly trial: HeldTrial
  readonly facts: PatientFacts
  readonly history: readonly OverrideEntry[]
  readonly asOf: CalendarDate
}

/** A verdict that stands, with what it is about. Named after the contract's schema, field for field. */
export interface StandingOverride extends CriterionOverride {
  readonly criterionId: string
  /** The protocol's wording that was judged. */
  readonly criterionText: string
  readonly cohort: string | null
}

/** The verdicts that stand, the newest first, also those about a cohort that does not give the outcome. */
export function describeStandingOverrides(situation: OverrideSituation): StandingOverride[] {
  return standingOverrides(situation.history)
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .map((entry) => {
      const { criterionId, criterionText, cohort } = entry
      return { criterionId, criterionText, cohort, ...describeStanding(situation, entry) }
    })
}

/** How a verdict that stands is to be taken now: whether it counts depends on the criterion and on the evidence. */
export function describeStanding(
  { trial, facts, asOf }: OverrideSituation,
  override: OverrideEntry,
): CriterionOverride {
  const judged = judgedCriterion(trial, override, facts, asOf)
  return describeOverride({
    override,
    ...(judged === null ? notAsked : standingOf(override, judged, asOf)),
  })
}

const notAsked: OverrideStanding = { state: 'void', because: 'notAsked' }
