/** A truth value of Kleene's strong three-valued logic. Unknown never counts as met and never as notMet. */
export type Tri = 'met' | 'notMet' | 'unknown'

/** notMet if any is notMet, else unknown if any is unknown, else met. Nothing to satisfy is met. */
export function allTri(values: readonly Tri[]): Tri {
  if (values.includes('notMet')) return 'notMet'
  return values.includes('unknown') ? 'unknown' : 'met'
}

/** met if any is met, else unknown if any is unknown, else notMet. Nothing to choose from is notMet. */
export function anyTri(values: readonly Tri[]): Tri {
  if (values.includes('met')) return 'met'
  return values.includes('unknown') ? 'unknown' : 'notMet'
}

/** Swaps met and notMet; unknown stays. */
export function notTri(value: Tri): Tri {
  switch (value) {
    case 'met':
      return 'notMet'
    case 'notMet':
      return 'met'
    case 'unknown':
      return 'unknown'
  }
}

/** met once `n` are met, notMet once `n` can no longer be reached, else unknown. */
export function atLeastTri(n: number, values: readonly Tri[]): Tri {
  const met = values.filter((value) => value === 'met').length
  if (met >= n) return 'met'
  const stillOpen = values.filter((value) => value === 'unknown').length
  return met + stillOpen >= n ? 'unknown' : 'notMet'
}

/** A plain claim as a truth value. */
export function triOf(claim: boolean): Tri {
  return claim ? 'met' : 'notMet'
}
