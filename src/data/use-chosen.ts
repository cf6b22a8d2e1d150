import { useState } from 'react'

/**
 * What a reader has chosen, at once and until the page that the choice leads to has come. Without it a second choice made
 * in that time would start from the page that is leaving, and undo the first. `current` must be a new object on every page.
 */
export function useChosen<Value extends object>(current: Value): readonly [Value, (chosen: Value) => void] {
  const [last, setLast] = useState({ current, chosen: current })
  const chosen = last.current === current ? last.chosen : current
  return [chosen, (next) => setLast({ current, chosen: next })]
}
