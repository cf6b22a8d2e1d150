import type { Comparison } from './leaf.ts'

/**
 * Compares as on paper. Two decimals that differ only by binary rounding are equal: 3 x 0.1 is 0.3, so a result at
 * exactly 1.5 times a limit of 0.7 is inside "at most 1.5 x ULN".
 */
export function compareNumber(value: number, cmp: Comparison, limit: number): boolean {
  const isEqual = Math.abs(value - limit) <= 1e-9 * Math.max(Math.abs(value), Math.abs(limit))
  switch (cmp) {
    case '<':
      return value < limit && !isEqual
    case '<=':
      return value < limit || isEqual
    case '=':
      return isEqual
    case '>=':
      return value > limit || isEqual
    case '>':
      return value > limit && !isEqual
  }
}
