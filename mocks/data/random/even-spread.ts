/**
 * Places from 0 up to 1 that fill the interval evenly as the index grows, so that a share such as 15 % is met closely
 * for 240 patients and not only for 100,000. Each dimension steps by another irrational number; the same index gives
 * the same place, whatever came before. Kronecker sequence with the steps of Roberts, "The Unreasonable Effectiveness
 * of Quasirandom Sequences" (2018), for ten dimensions.
 */
export function evenSpread(index: number, dimension: SpreadDimension, offset: number): number {
  const place = offset + (index + 1) * steps[dimension]
  return place - Math.floor(place)
}

export type SpreadDimension = keyof typeof steps

/** The positive root of x^11 = x + 1. */
const root = 1.0682971889208412

const steps = {
  cancer: 1 / root,
  completeness: 1 / root ** 2,
  performanceStatus: 1 / root ** 3,
  story: 1 / root ** 4,
  genomics: 1 / root ** 5,
  organisation: 1 / root ** 6,
  ethnicity: 1 / root ** 7,
  twist: 1 / root ** 8,
  morphology: 1 / root ** 9,
  limits: 1 / root ** 10,
} as const
