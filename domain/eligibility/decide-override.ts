import type { RefusalText } from '../access/refusal-text.ts'
import { refuseIdentifyingText } from '../disclosure/outbound-text.ts'
import type { VerdictOverride } from './applied-override.ts'
import type { CriterionOverride } from './criterion-override.ts'
import { criterionFingerprint, evidenceFingerprint } from './fingerprint.ts'
import { basisOf, judgedCriterion } from './judged-criterion.ts'
import { type OverrideEntry, standingOverrides } from './override-entry.ts'
import { basisChanged, noLongerStanding, noSuchCriterion, overriddenMeanwhile } from './override-refusals.ts'
import { describeStanding, type OverrideSituation } from './standing-override.ts'

/** A verdict that a clinician wants to set, with what they saw. Named after the contract's schema, field for field. */
export interface NewOverride {
  readonly criterionId: string
  readonly cohort: string | null
  readonly verdict: VerdictOverride['verdict']
  readonly reason: string
  /** `basisOf` the criterion that they saw. */
  readonly basis: string
  /** The override of this criterion that they saw. */
  readonly replaces: string | null
}

/** Who does it, when, and the identifier that a new verdict gets. */
export type OverrideAuthor = Pick<VerdictOverride, 'overrideId' | 'by' | 'role' | 'at'>

export type OverrideDecision =
  | { readonly kind: 'entry'; readonly entry: OverrideEntry }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'refused'
      readonly refusal: RefusalText
      /** What stands on the criterion now; left out where that is not the point. */
      readonly currentOverride?: CriterionOverride | null
    }

/**
 * A verdict is set on what its author saw, or not at all: nobody overwrites a colleague, or judges newer data, unseen. The
 * reason is shared with the site in a referral, so it may name nobody.
 */
export function decideOverride(
  situation: OverrideSituation,
  { criterionId, cohort, verdict, reason, basis, replaces }: NewOverride,
  author: OverrideAuthor,
): OverrideDecision {
  const judged = judgedCriterion(situation.trial, { criterionId, cohort }, situation.facts, situation.asOf)
  if (judged === null) return { kind: 'refused', refusal: noSuchCriterion }
  const standing = standingOn(situation, { criterionId, cohort })
  if ((standing?.overrideId ?? null) !== replaces) {
    return { kind: 'refused', refusal: overriddenMeanwhile, currentOverride: describe(situation, standing) }
  }
  if (basisOf(judged) !== basis) return { kind: 'refused', refusal: basisChanged }
  const named = refuseIdentifyingText('/reason', reason, situation.facts.bornOn)
  if (named !== null) return { kind: 'refused', refusal: named }
  const entry: OverrideEntry = {
    ...author,
    action: 'set',
    ...{ criterionId, cohort, verdict },
    reason: reason.trim(),
    criterionText: judged.criterion.text,
    softwareVerdict: judged.verdict?.verdict ?? 'unknown',
    criterionFingerprint: criterionFingerprint(judged.criterion),
    evidenceFingerprint: evidenceFingerprint(judged.verdict),
  }
  return { kind: 'entry', entry }
}

/** Any clinician of the team may take back what stands, also one that is void. */
export function decideWithdrawal(
  situation: OverrideSituation,
  { overrideId, reason }: Pick<VerdictOverride, 'overrideId' | 'reason'>,
  { by, role, at }: Pick<OverrideAuthor, 'by' | 'role' | 'at'>,
): OverrideDecision {
  const set = situation.history.find((entry) => entry.overrideId === overrideId)
  if (set === undefined) return { kind: 'unknown' }
  const standing = standingOn(situation, set)
  if (standing?.overrideId !== overrideId) {
    return { kind: 'refused', refusal: noLongerStanding, currentOverride: describe(situation, standing) }
  }
  const named = refuseIdentifyingText('/reason', reason, situation.facts.bornOn)
  if (named !== null) return { kind: 'refused', refusal: named }
  return { kind: 'entry', entry: { ...set, by, role, at, action: 'withdrawn', reason: reason.trim() } }
}

type Place = Pick<VerdictOverride, 'criterionId' | 'cohort'>

function standingOn({ history }: OverrideSituation, { criterionId, cohort }: Place): OverrideEntry | null {
  const standing = standingOverrides(history)
  return standing.find((each) => each.criterionId === criterionId && each.cohort === cohort) ?? null
}

function describe(situation: OverrideSituation, override: OverrideEntry | null): CriterionOverride | null {
  return override === null ? null : describeStanding(situation, override)
}
