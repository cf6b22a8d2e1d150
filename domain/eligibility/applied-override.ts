import type { Role } from '../access/role.ts'
import type { Tri } from './tri.ts'

/** A clinician's verdict on one criterion for one patient, in place of the software's. */
export interface VerdictOverride {
  readonly overrideId: string
  readonly criterionId: string
  /**
   * The cohort that it was given for, where the criterion asks something else of each; it says nothing of the others.
   * `null` where the criterion asks the same of every cohort.
   */
  readonly cohort: string | null
  readonly verdict: 'met' | 'notMet'
  readonly reason: string
  readonly by: string
  /** The role in which it was given. */
  readonly role: Role
  /** ISO 8601 instant. Of several for one criterion the latest counts. */
  readonly at: string
  /** The software's own at that time. */
  readonly softwareVerdict: Tri
  /** `criterionFingerprint` of the criterion that was judged. */
  readonly criterionFingerprint: string
  /** `evidenceFingerprint` of what the software had looked at. */
  readonly evidenceFingerprint: string
}

/**
 * active: it counts. toReview: what it was based on has changed, time alone has changed what the software finds, or it was given longer ago than an answer to such a
 * criterion may be relied upon, so it counts only where the software agrees, and else somebody must look again; what was
 * found since and stops the patient counts until then. void:
 * the criterion itself has changed, so it says nothing.
 */
export interface OverrideStanding {
  readonly state: 'active' | 'toReview' | 'void'
  /** Why it does not count as it stands; `null` where it does. */
  readonly because: 'evidenceChanged' | 'answerChanged' | 'givenLongAgo' | 'criterionChanged' | 'notAsked' | null
}

export interface AppliedOverride extends OverrideStanding {
  readonly override: VerdictOverride
}
