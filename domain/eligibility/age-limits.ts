import { described } from './check-fields.ts'
import { isWholeNumberWithin, type JointCheck } from './field-check.ts'
import { whereCode } from './joint-checks.ts'

/** Nobody is known to have lived longer than 122 years; what lies beyond this is a slip of the figure or of the unit. */
export const greatestAgeYears = 130

/** Whole years or months from birth to the greatest age, and ages that somebody can have. */
export const ageLimits: readonly JointCheck[] = [
  ...within('years', greatestAgeYears),
  ...within('months', greatestAgeYears * 12),
  {
    at: 'max',
    accepts: ({ max, maxInclusive }) => max !== 0 || maxInclusive !== false,
    problem: 'nobody is under the age of 0',
    remedy: 'Give max as 1, or remove maxInclusive',
    schema: {
      if: { type: 'object', properties: { maxInclusive: { const: false } }, required: ['maxInclusive'] },
      then: { type: 'object', properties: { max: { not: { const: 0 } } } },
    },
  },
  {
    at: 'max',
    accepts: ({ min, max, maxInclusive }) => maxInclusive !== false || typeof max !== 'number' || min !== max,
    problem: ({ max }) => `nobody is at least ${max} and under ${max}`,
    remedy: 'Give max above min, or remove maxInclusive: an age of 18 lasts until the day before the 19th birthday',
    schema: null,
  },
]

function within(unit: 'years' | 'months', greatest: number): readonly JointCheck[] {
  const check = isWholeNumberWithin(0, greatest)
  return (['min', 'max'] as const).map((field) => ({
    ...whereCode('unit', [unit], field, check),
    problem: (node) => `${field} is ${described(node[field])} ${unit}, which no patient is old`,
    remedy: `Give ${field} as ${check.wanted} ${unit}, or check the unit`,
  }))
}
