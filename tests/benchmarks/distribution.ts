/** Times in milliseconds, or anything else that was measured several times. */
export interface Distribution {
  readonly median: number
  readonly p95: number
  readonly largest: number
  readonly count: number
}

/** Throws RangeError where nothing was measured: a number would be invented. */
export function distributionOf(values: readonly number[]): Distribution {
  const sorted = values.toSorted((a, b) => a - b)
  return { median: atShare(sorted, 0.5), p95: atShare(sorted, 0.95), largest: atShare(sorted, 1), count: sorted.length }
}

/** The smallest value that at least this share of all does not exceed. */
function atShare(sorted: readonly number[], share: number): number {
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new RangeError('Nothing was measured')
  return value
}

/** How long the work takes, in milliseconds, and what it gives. */
export async function timed<Result>(work: () => Promise<Result>): Promise<{ ms: number; result: Result }> {
  const startedAt = performance.now()
  const result = await work()
  return { ms: performance.now() - startedAt, result }
}
