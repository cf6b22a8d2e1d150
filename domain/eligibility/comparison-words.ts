import type { Comparison } from './leaf.ts'

/** Each comparison in words, and the one that holds where it does not. */
export const comparisonWords: Readonly<Record<Comparison, string>> = {
  '<': 'below',
  '<=': 'at most',
  '=': 'is',
  '>=': 'at least',
  '>': 'above',
}

export const oppositeComparisonWords: Readonly<Record<Comparison, string>> = {
  '<': comparisonWords['>='],
  '<=': comparisonWords['>'],
  '=': 'is other than',
  '>=': comparisonWords['<'],
  '>': comparisonWords['<='],
}
