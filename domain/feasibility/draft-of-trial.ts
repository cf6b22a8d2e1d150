import type { CancerTypeName } from '../cancer/cancer-type-names.ts'
import type { CriterionDescription, TrialDescription } from '../eligibility/describe-trial-record.ts'
import type { DraftCriterion, DraftTrial } from './draft-trial.ts'

/** What a draft takes over of a trial, as its page shows it. */
export interface StartingTrial extends Pick<TrialDescription, 'criteria' | 'cohorts'> {
  readonly trial: {
    readonly title: string
    readonly cancerTypes: readonly CancerTypeName[]
    readonly isBasket: boolean
  }
}

/** A draft of which nothing is left out, in the words of the trial. */
export interface StartedDraft extends Required<DraftTrial> {
  readonly criteria: readonly (DraftCriterion & Pick<CriterionDescription, 'kind' | 'class' | 'rule'>)[]
}

/** The contract takes no longer title of a draft. */
const longestTitle = 300

/**
 * The draft that asks what a trial asks today, so that each patient has the same outcome in both. A rule that is not in
 * use does not decide in the trial either: its text is taken over alone. Where the trial takes patients is left to the
 * author of the draft. What is shown differs by design: a draft counts nobody's verdict on a criterion, because nobody
 * has judged its criteria; its rows outside the care team are by patient weight, of which 0 to 7 is one answer.
 */
export function draftOfTrial({ trial, criteria, cohorts }: StartingTrial): StartedDraft {
  const closed = cohorts.filter(({ recruitmentStatus }) => recruitmentStatus !== 'open')
  return {
    title: trial.title.slice(0, longestTitle),
    cancerTypeIds: trial.cancerTypes.map(({ cancerTypeId }) => cancerTypeId),
    isBasket: trial.isBasket,
    criteria: criteria.map(({ kind, class: className, text, rule, isRuleInForce, appliesTo }, index) => ({
      criterionId: `C${index + 1}`,
      kind,
      class: className,
      text,
      rule: isRuleInForce ? rule : null,
      ...(appliesTo === null ? {} : { appliesTo }),
    })),
    cohorts: cohorts.map(({ name }) => name),
    closedCohorts: closed.map(({ name }) => name),
  }
}
