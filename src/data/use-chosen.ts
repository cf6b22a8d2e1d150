import { useState } from 'react'

/**
 * What a reader has chosen, at once, while the page that each choice leads to is still coming. Without it a choice made
 * in that time would start from the page that is leaving and undo the one before. `current` is what the page shows: a new
 * object on every page. A page that was not chosen here, as by going back, ends all waiting.
 */
export function useChosen<Value extends object>(current: Value): readonly [Value, (chosen: Value) => void] {
  const [state, setState] = useState<{ current: Value; awaited: readonly Value[] }>({ current, awaited: [] })
  const awaited = state.current === current ? state.awaited : stillAwaited(state.awaited, current)
  if (state.current !== current) setState({ current, awaited })
  return [awaited.at(-1) ?? current, (chosen) => setState({ current, awaited: [...awaited, chosen] })]
}

/** The choices made after the one that has now come. */
function stillAwaited<Value extends object>(awaited: readonly Value[], current: Value): readonly Value[] {
  const place = awaited.findLastIndex((value) => isSame(value, current))
  return place === -1 ? [] : awaited.slice(place + 1)
}

/** A property that is undefined is the same as none. */
function isSame(a: object, b: object): boolean {
  const text = (value: object) =>
    JSON.stringify(
      Object.entries(value)
        .toSorted(([one], [other]) => one.localeCompare(other))
        .filter(isSet),
    )
  return text(a) === text(b)
}

function isSet([, value]: [string, unknown]): boolean {
  return value !== undefined
}
