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
  readonly state: AppliedOverride['standing']
  readonly stateReason: string | null
}

export function describeOverride({ override, standing }: AppliedOverride): CriterionOverride {
  const { overrideId, verdict, reason, by, role, at, softwareVerdict } = override
  return {
    ...{ overrideId, verdict, reason, by, role, at, softwareVerdict },
    state: standing,
    stateReason: stateReasons[standing],
  }
}

const stateReasons: Readonly<Record<AppliedOverride['standing'], string | null>> = {
  active: null,
  toReview: 'The data that it rests on have changed since, so somebody has to look at it again',
  void: 'The wording or the rule of the criterion has changed since, so it does not count',
}
