/** A clinician's verdict on one criterion for one patient, in place of the software's. */
export interface VerdictOverride {
  readonly criterionId: string
  readonly verdict: 'met' | 'notMet'
  readonly reason: string
  readonly by: string
  /** ISO 8601 instant. Of several for one criterion the latest counts. */
  readonly at: string
  /** `criterionFingerprint` of the criterion that was judged. */
  readonly criterionFingerprint: string
  /** `evidenceFingerprint` of what the software had looked at. */
  readonly evidenceFingerprint: string
}

/**
 * inForce: it counts. toReview: what it was based on has changed, so it counts only where the software agrees, and else
 * somebody must look again. void: the criterion itself has changed, so it says nothing.
 */
export interface AppliedOverride {
  readonly override: VerdictOverride
  readonly standing: 'inForce' | 'toReview' | 'void'
}
