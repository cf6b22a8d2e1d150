import type { DemonstrationChange } from '../demonstration-data.ts'

/** Who has seen which changes: whoever changed an answer knows the new one, not what happened before. */
export function seenByDoers(
  changes: readonly DemonstrationChange[],
): readonly { readonly accountId: string; readonly changeId: string; readonly at: string }[] {
  return changes.flatMap(({ doneBy, changeId, at }) => (doneBy === null ? [] : [{ accountId: doneBy, changeId, at }]))
}
