import type { OverrideEntry } from './override-entry.ts'

/** One line of the history as it is shown. Named after the contract's schema, field for field. */
export type ShownOverrideEntry = Omit<OverrideEntry, 'softwareVerdict' | 'criterionFingerprint' | 'evidenceFingerprint'>

/** The newest first. */
export function describeOverrideHistory(history: readonly OverrideEntry[]): ShownOverrideEntry[] {
  return history
    .map(({ overrideId, criterionId, criterionText, cohort, action, verdict, reason, by, role, at }) => ({
      ...{ overrideId, criterionId, criterionText, cohort, action, verdict, reason, by, role, at },
    }))
    .toReversed()
}
