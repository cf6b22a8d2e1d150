import { type RawBuilder, sql } from 'kysely'
import type { Comparison } from '#domain/eligibility/leaf.ts'

/**
 * Compares a column with a limit as `compareNumber` does: numbers that differ by at most one part in 10^9 are equal.
 * The ends of that interval are worked out here, so that SQL compares a column with a constant.
 */
export function compileComparison(column: RawBuilder<unknown>, cmp: Comparison, limit: number): RawBuilder<boolean> {
  const lowest = sql`${lowestEqual(limit)}::float8`
  const highest = sql`${highestEqual(limit)}::float8`
  switch (cmp) {
    case '<':
      return sql`${column} < ${lowest}`
    case '<=':
      return sql`${column} <= ${highest}`
    case '=':
      return sql`${column} between ${lowest} and ${highest}`
    case '>=':
      return sql`${column} >= ${lowest}`
    case '>':
      return sql`${column} > ${highest}`
  }
}

/** The least number that counts as equal to the limit. */
export function lowestEqual(limit: number): number {
  return limit >= 0 ? limit * (1 - tolerance) : limit / (1 - tolerance)
}

/** The greatest number that counts as equal to the limit. */
export function highestEqual(limit: number): number {
  return limit >= 0 ? limit / (1 - tolerance) : limit * (1 - tolerance)
}

const tolerance = 1e-9
