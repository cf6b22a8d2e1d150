/** The item whose stretch of the summed weights contains `place` (from 0 up to 1). Throws RangeError on no items. */
export function weightedPick<Item extends { readonly weight: number }>(items: readonly Item[], place: number): Item {
  const total = items.reduce((sum, { weight }) => sum + weight, 0)
  let left = place * total
  for (const item of items) {
    left -= item.weight
    if (left < 0) return item
  }
  const last = items.at(-1)
  if (last === undefined) throw new RangeError('Nothing to pick from: give a list with at least one weighted item.')
  return last
}
