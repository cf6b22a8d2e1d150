import type { TrialCriterion } from '../trial/trial-criterion.ts'
import type { TrialAssessment } from './assess-trial.ts'
import type { Criterion } from './criterion.ts'
import type { CriterionOutcome } from './criterion-outcome.ts'
import { type CriterionOverride, describeOverride } from './criterion-override.ts'
import { decidingLeaves } from './deciding-leaves.ts'
import { asksCohort, basisOf } from './judged-criterion.ts'
import { type CriterionPart, otherParts } from './other-parts.ts'
import { ruleText } from './rule-text.ts'
import type { Tri } from './tri.ts'
import type { TrialOutcome } from './trial-outcome.ts'
import type { Reason } from './verdict.ts'

/** One criterion with its answer, as it is shown. Named after the contract's schema, field for field. */
export interface CriterionVerdict {
  readonly criterionId: string
  /** `notStated`: the source does not say whether the text includes or excludes. */
  readonly kind: Criterion['kind'] | 'notStated'
  readonly class: Criterion['class']
  /** The headings that the text stands under, outermost first; part of what the text means. */
  readonly headings: string[]
  readonly text: string
  readonly ruleText: string | null
  /** The names of the cohorts that it binds; `null`: every cohort. */
  readonly appliesTo: string[] | null
  /**
   * The software's own, whatever a clinician said. `met` always means that the criterion does not stop the patient, for
   * exclusions too.
   */
  readonly verdict: Tri
  readonly reason: Reason | 'decided' | 'toRead'
  /** One for each finding that decided, with value, date, limit and source. */
  readonly sentences: string[]
  /** Of a criterion that asks for several things at once and is not met: those that did not fail. */
  readonly otherParts: CriterionPart[]
  /** The cohort that the verdict is about; `null` where the criterion asks the same of every cohort. */
  readonly cohort: string | null
  /** `basisOf` it; `null` where nothing can be set because no cohort is open. */
  readonly basis: string | null
  readonly override: CriterionOverride | null
}

/**
 * The criteria of the trial that bind in a cohort, in the protocol's order; of the cohort that gave the outcome where none
 * is named.
 */
export function criterionVerdicts(
  { trial, criteria }: TrialAssessment,
  { cohort, criteria: bound }: Pick<TrialOutcome, 'cohort' | 'criteria'> = criteria,
): CriterionVerdict[] {
  const byId = new Map(trial.record.criteria.map((criterion) => [criterion.id, criterion]))
  return bound.map((outcome) => criterionVerdict(outcome, cohort, byId.get(outcome.criterion.id)))
}

function criterionVerdict(
  outcome: CriterionOutcome,
  cohort: string | null,
  source: Pick<TrialCriterion, 'isKindStated' | 'headings'> | undefined,
): CriterionVerdict {
  const { criterion, verdict, override } = outcome
  const { id, kind, text, expr } = criterion
  const isOfCohort = asksCohort(criterion)
  return {
    criterionId: id,
    kind: source?.isKindStated === false ? 'notStated' : kind,
    class: criterion.class,
    headings: [...(source?.headings ?? [])],
    text,
    ruleText: expr === null ? null : ruleText(expr),
    appliesTo: criterion.appliesTo === undefined ? null : [...criterion.appliesTo],
    verdict: verdict === null ? 'unknown' : verdict.verdict,
    reason: verdict === null ? 'toRead' : (verdict.reason ?? 'decided'),
    sentences:
      verdict === null
        ? ['Not checked by software: read the protocol text']
        : [...new Set(decidingLeaves(verdict).map(({ sentence }) => sentence))],
    otherParts: verdict === null ? [] : otherParts(verdict),
    cohort: isOfCohort ? cohort : null,
    basis: isOfCohort && cohort === null ? null : basisOf(outcome),
    override: override === undefined ? null : describeOverride(override),
  }
}
