import type { TrialCriterion } from '../trial/trial-criterion.ts'
import type { TrialAssessment } from './assess-trial.ts'
import type { Criterion } from './criterion.ts'
import type { CriterionOutcome } from './criterion-outcome.ts'
import { decidingLeaves } from './deciding-leaves.ts'
import { ruleText } from './rule-text.ts'
import type { Tri } from './tri.ts'
import type { Reason } from './verdict.ts'

/** One criterion with its answer, as it is shown. Named after the contract's schema, field for field. */
export interface CriterionVerdict {
  readonly criterionId: string
  /** `notStated`: the source does not say whether the text includes or excludes. */
  readonly kind: Criterion['kind'] | 'notStated'
  readonly class: Criterion['class']
  readonly text: string
  readonly ruleText: string | null
  /** `met` always means that the criterion does not stop the patient, for exclusions too. */
  readonly verdict: Tri
  readonly reason: Reason | 'decided' | 'toRead'
  /** One for each finding that decided, with value, date, limit and source. */
  readonly sentences: string[]
}

/** The criteria of the trial that bind in the cohort that gave the outcome, in the protocol's order. */
export function criterionVerdicts({ trial, criteria }: TrialAssessment): CriterionVerdict[] {
  const byId = new Map(trial.record.criteria.map((criterion) => [criterion.id, criterion]))
  return criteria.criteria.map((outcome) => criterionVerdict(outcome, byId.get(outcome.criterion.id)))
}

function criterionVerdict(
  { criterion, verdict }: CriterionOutcome,
  source: Pick<TrialCriterion, 'isKindStated'> | undefined,
): CriterionVerdict {
  const { id, kind, text, expr } = criterion
  return {
    criterionId: id,
    kind: source?.isKindStated === false ? 'notStated' : kind,
    class: criterion.class,
    text,
    ruleText: expr === null ? null : ruleText(expr),
    verdict: verdict === null ? 'unknown' : verdict.verdict,
    reason: verdict === null ? 'toRead' : (verdict.reason ?? 'decided'),
    sentences:
      verdict === null
        ? ['Not checked by software: read the protocol text']
        : [...new Set(decidingLeaves(verdict).map(({ sentence }) => sentence))],
  }
}
