import { hesPolicy } from './disclosure-policy.ts'

/**
 * What a reader knows of one number. `hidden`: 1 to 7. `handful`: 0 to 7, because it is by patient weight, or part of so
 * few people that nothing is broken down. `between`: not shown, and only bounded by what is said beside it.
 */
export type KnownCount =
  | { readonly kind: 'shown'; readonly count: number }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'handful' }
  | { readonly kind: 'between'; readonly low: number; readonly high: number }

/** A reader knows that these numbers, by their names, add up to that one. */
export interface KnownSum {
  readonly total: string
  readonly parts: readonly string[]
}

interface Bounds {
  readonly low: number
  readonly high: number
}

/**
 * Whether the numbers shown leave a hidden one only one possible value. Four cells of "1 to 7" under a total of 30 are
 * all 7, because the total is at least 28. Each sum narrows its parts until nothing changes.
 */
export function isAnyRecoverable(known: ReadonlyMap<string, KnownCount>, sums: readonly KnownSum[]): boolean {
  const bounds = narrow(new Map([...known].map(([name, count]) => [name, boundsOf(count)])), sums)
  return [...known].some(([name, { kind }]) => {
    const { low, high } = bounds.get(name) ?? unbounded
    return (kind === 'hidden' || kind === 'handful') && low === high && low > 0
  })
}

const unbounded: Bounds = { low: 0, high: Number.POSITIVE_INFINITY }

function boundsOf(known: KnownCount): Bounds {
  const { hidesUpTo, roundTo } = hesPolicy
  switch (known.kind) {
    case 'hidden':
      return { low: 1, high: hidesUpTo }
    case 'handful':
      return { low: 0, high: hidesUpTo }
    case 'between':
      return { low: known.low, high: known.high }
    case 'shown': {
      const reach = (roundTo - 1) / 2
      if (known.count === 0) return { low: 0, high: 0 }
      return { low: Math.max(hidesUpTo + 1, known.count - reach), high: known.count + reach }
    }
  }
}

/** Whole numbers that only ever come closer together: it ends, and the limit is for sums that never do anything else. */
const mostRounds = 500

function narrow(start: ReadonlyMap<string, Bounds>, sums: readonly KnownSum[]): ReadonlyMap<string, Bounds> {
  const bounds = new Map(start)
  const of = (name: string) => bounds.get(name) ?? unbounded
  for (let round = 0; round < mostRounds; round += 1) {
    const changes = sums.flatMap(({ total, parts }) => {
      const lows = sumOf(parts.map((part) => of(part).low))
      const highs = sumOf(parts.map((part) => of(part).high))
      return [
        [total, meet(of(total), { low: lows, high: highs })] as const,
        ...parts.map((part) => {
          const others = parts.filter((other) => other !== part)
          const low = of(total).low - sumOf(others.map((other) => of(other).high))
          const high = of(total).high - sumOf(others.map((other) => of(other).low))
          return [part, meet(of(part), { low, high })] as const
        }),
      ]
    })
    const news = changes.filter(([name, { low, high }]) => low !== of(name).low || high !== of(name).high)
    if (news.length === 0) break
    for (const [name, found] of news) bounds.set(name, meet(of(name), found))
  }
  return bounds
}

function meet(a: Bounds, b: Bounds): Bounds {
  return { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
