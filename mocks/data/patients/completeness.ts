/** How well a patient's record is kept. Real records are good or bad as a whole, so gaps come together. */
export interface Completeness {
  readonly level: 'thorough' | 'ordinary' | 'sparse'
  readonly weight: number
  /** Shares of patients, from 0 to 1. */
  readonly psMissing: number
  readonly psStale: number
  readonly genomicsUntested: number
  readonly limitsMissing: number
  readonly morphologyUnspecified: number
  readonly noLaboratory: number
  readonly findingMissing: number
  readonly assertionMissing: number
  /** Days since the last blood count, from and to. */
  readonly laboratoryDaysAgo: readonly [number, number]
  /** Days by which the whole story lies further back. */
  readonly storyShiftDays: readonly [number, number]
}

/**
 * Taken together: performance status missing in 25 % and older than 28 days in 35 %, genomics not tested in 40 %,
 * reference limits missing in 20 %, morphology not specified in 15 %.
 */
export const completenessLevels: readonly Completeness[] = [
  {
    level: 'thorough',
    weight: 41,
    psMissing: 0.01,
    psStale: 0.03,
    genomicsUntested: 0.12,
    limitsMissing: 0.03,
    morphologyUnspecified: 0.03,
    noLaboratory: 0,
    findingMissing: 0,
    assertionMissing: 0,
    laboratoryDaysAgo: [1, 3],
    storyShiftDays: [0, 4],
  },
  {
    level: 'ordinary',
    weight: 36,
    psMissing: 0.24,
    psStale: 0.73,
    genomicsUntested: 0.48,
    limitsMissing: 0.24,
    morphologyUnspecified: 0.17,
    noLaboratory: 0.05,
    findingMissing: 0.3,
    assertionMissing: 0.5,
    laboratoryDaysAgo: [4, 60],
    storyShiftDays: [0, 24],
  },
  {
    level: 'sparse',
    weight: 23,
    psMissing: 0.7,
    psStale: 0.29,
    genomicsUntested: 0.77,
    limitsMissing: 0.58,
    morphologyUnspecified: 0.33,
    noLaboratory: 0.3,
    findingMissing: 0.65,
    assertionMissing: 0.9,
    laboratoryDaysAgo: [30, 150],
    storyShiftDays: [10, 70],
  },
]
