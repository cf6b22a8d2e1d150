import type { AppliedOverride, VerdictOverride } from './applied-override.ts'
import type { CriterionOutcome } from './criterion-outcome.ts'
import { criterionFingerprint, evidenceFingerprint } from './fingerprint.ts'
import { namedItem } from './item-name.ts'

/**
 * Puts clinicians' verdicts in place of the software's, which stays beside them. Each bears on its own criterion only,
 * and one given for a cohort only on that cohort; one on a criterion that the trial does not have is left aside.
 */
export function applyOverrides(
  outcomes: readonly CriterionOutcome[],
  overrides: readonly VerdictOverride[],
  cohort: string | null,
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
    return override === undefined ? outcome : overridden(outcome, { override, standing: standingOf(override, outcome) })
  })
}

/** How a verdict stands to its criterion as the software sees it now. */
export function standingOf(
  override: VerdictOverride,
  { criterion, verdict }: CriterionOutcome,
): AppliedOverride['standing'] {
  if (override.criterionFingerprint !== criterionFingerprint(criterion)) return 'void'
  return override.evidenceFingerprint === evidenceFingerprint(verdict) ? 'active' : 'toReview'
}

function overridden(outcome: CriterionOutcome, override: AppliedOverride): CriterionOutcome {
  const wanted = override.override.verdict
  const agrees = outcome.verdict?.verdict === wanted
  if (override.standing === 'void' || agrees) return { ...outcome, override }
  const decided = { ...outcome, override, canBeMetFrom: null, expiresOn: null }
  if (override.standing === 'active') return { ...decided, state: wanted, items: [] }
  return { ...decided, state: 'person', items: [namedItem(`override:${override.override.overrideId}`)] }
}
