import type { DemonstrationChange } from '../demonstration-data.ts'

/** Who has seen which changes: whoever changed an answer knows the new one, and had looked at those before. */
export function seenByDoers(
  changes: readonly DemonstrationChange[],
): readonly { readonly accountId: string; readonly changeId: string; readonly at: string }[] {
  const seen = changes.flatMap(({ doneBy, patientId, trialId, at }) =>
    doneBy === null
      ? []
      : changes
          .filter((each) => each.patientId === patientId && each.trialId === trialId && each.at <= at)
          .map(({ changeId }) => ({ accountId: doneBy, changeId, at })),
  )
  return [...new Map(seen.map((each) => [`${each.accountId} ${each.changeId}`, each])).values()]
}
