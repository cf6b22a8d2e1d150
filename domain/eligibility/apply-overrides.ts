import { type CalendarDate, daysBetween } from '../identity/calendar-date.ts'
import { calendarDateInLondon } from '../identity/calendar-date-in-london.ts'
import type { AppliedOverride, OverrideStanding, VerdictOverride } from './applied-override.ts'
import type { CriterionOutcome } from './criterion-outcome.ts'
import { criterionFingerprint, evidenceFingerprint } from './fingerprint.ts'
import { namedItem } from './item-name.ts'
import { reliedUponDays } from './relied-upon-days.ts'

/**
 * Puts clinicians' verdicts in place of the software's, which stays beside them. Each bears on its own criterion only,
 * and one given for a cohort only on that cohort; one on a criterion that the trial does not have is left aside.
 */
export function applyOverrides(
  outcomes: readonly CriterionOutcome[],
  overrides: readonly VerdictOverride[],
  cohort: string | null,
  asOf: CalendarDate,
): readonly CriterionOutcome[] {
  if (overrides.length === 0) return outcomes
  const latest = new Map(
    overrides
      .filter((override) => override.cohort === null || override.cohort === cohort)
      .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
      .map((override) => [override.criterionId, override]),
  )
  return outcomes.map((outcome) => {
    const override = latest.get(outcome.criterion.id)
    return override === undefined ? outcome : overridden(outcome, { override, ...standingOf(override, outcome, asOf) })
  })
}

/** How a verdict stands to its criterion as the software sees it now. */
export function standingOf(
  override: VerdictOverride,
  { criterion, verdict }: CriterionOutcome,
  asOf: CalendarDate,
): OverrideStanding {
  if (override.criterionFingerprint !== criterionFingerprint(criterion)) {
    return { state: 'void', because: 'criterionChanged' }
  }
  if (override.evidenceFingerprint !== evidenceFingerprint(verdict)) {
    return { state: 'toReview', because: 'evidenceChanged' }
  }
  if (override.softwareVerdict !== (verdict?.verdict ?? 'unknown'))
    return { state: 'toReview', because: 'answerChanged' }
  const days = reliedUponDays(criterion)
  const age = daysBetween(calendarDateInLondon(new Date(override.at)), asOf)
  if (days !== null && age > days) return { state: 'toReview', because: 'givenLongAgo' }
  return { state: 'active', because: null }
}

function overridden(outcome: CriterionOutcome, override: AppliedOverride): CriterionOutcome {
  const wanted = override.override.verdict
  const agrees = outcome.verdict?.verdict === wanted
  if (override.state === 'void' || agrees) return { ...outcome, override }
  const decided = { ...outcome, override, canBeMetFrom: null, expiresOn: null }
  if (override.state === 'active') return { ...decided, state: wanted, items: [] }
  // What was found since and stops the patient counts until somebody has looked again.
  if (outcome.verdict?.verdict === 'notMet' && override.because !== 'givenLongAgo') return { ...outcome, override }
  return { ...decided, state: 'person', items: [namedItem(`override:${override.override.overrideId}`)] }
}
