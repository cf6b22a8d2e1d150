import { compareNumber } from './compare-number.ts'
import type { Comparison } from './leaf.ts'
import type { Observation } from './patient-record.ts'
import type { Choice } from './value-shape.ts'

/**
 * How a laboratory reports a result outside the range of its assay: "<5", ">1000". The value is then the end of that
 * range, which the result itself is not.
 */
export type ReportBound = '<' | '>'

export const boundChoices: readonly Choice[] = [
  { value: '<', label: '<: below the value given' },
  { value: '>', label: '>: above the value given' },
]

export function boundOf({ detail }: Pick<Observation, 'detail'>): ReportBound | null {
  return detail.bound === '<' || detail.bound === '>' ? detail.bound : null
}

/** The answer where whatever the result can be gives the same one; null where it depends. */
export function boundedAnswer(bound: ReportBound, end: number, cmp: Comparison, limit: number): boolean | null {
  if (!compareNumber(end, endComparison[bound], limit)) return null
  return boundedClaim(bound, cmp)
}

/** How the end of the range must lie to the limit, so that every result beyond it is on one side. */
export const endComparison = { '<': '<=', '>': '>=' } as const satisfies Record<ReportBound, Comparison>

/** What then holds of every result: nothing below 5 is 5, or more than 5. */
export function boundedClaim(bound: ReportBound, cmp: Comparison): boolean {
  return cmp !== '=' && cmp.startsWith(bound)
}
