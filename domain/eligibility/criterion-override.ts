import type { Role } from '../access/role.ts'
import type { AppliedOverride, VerdictOverride } from './applied-override.ts'
import type { Tri } from './tri.ts'

/** What a clinician said of a criterion, as it is shown. Named after the contract's schema, field for field. */
export interface CriterionOverride {
  readonly overrideId: string
  readonly verdict: VerdictOverride['verdict']
  readonly reason: string
  readonly by: string
  readonly role: Role
  readonly at: string
  readonly softwareVerdict: Tri
  readonly state: AppliedOverride['state']
  readonly stateReason: string | null
}

export function describeOverride({ override, state, because }: AppliedOverride): CriterionOverride {
  const { overrideId, verdict, reason, by, role, at, softwareVerdict } = override
  return {
    ...{ overrideId, verdict, reason, by, role, at, softwareVerdict },
    state,
    stateReason: because === null ? null : stateReasons[because],
  }
}

const stateReasons: Readonly<Record<NonNullable<AppliedOverride['because']>, string>> = {
  evidenceChanged: 'The data that it rests on have changed since, so somebody has to look at it again',
  answerChanged:
    'A limit of time or age has passed since, so that software finds otherwise than then, and somebody has to look at it again',
  givenLongAgo:
    'It was given longer ago than an answer to this criterion may be relied upon, so somebody has to look at it again',
  criterionChanged: 'The wording or the rule of the criterion has changed since, so it does not count',
  notAsked: 'The trial has no such criterion any more, or the cohort is not open, so it does not count',
}
