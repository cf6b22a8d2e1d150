import { describe, expect, test } from 'vitest'
import type { TrialCriterion } from './trial-criterion.ts'
import { criteriaInForce, isInForce, type TrialEncoding } from './trial-encoding.ts'

const written: TrialEncoding = { encodedBy: 'Dr A Example', checkedBy: null, effectiveFrom: '2026-06-01' }
const adult = { op: 'age', unit: 'years', min: 18 } as const

function criterion(id: string, parts: Partial<TrialCriterion> = {}): TrialCriterion {
  return {
    id,
    kind: 'inclusion',
    class: 'hard',
    text: `Text of ${id}`,
    expr: adult,
    origin: 'protocol',
    isKindStated: true,
    headings: [],
    label: null,
    ...parts,
  }
}

describe('rules written for a protocol', () => {
  test.each<[string, TrialEncoding | undefined, boolean]>([
    ['nobody has written them down as theirs', undefined, false],
    ['nobody has checked them', written, false],
    ['their author has checked them', { ...written, checkedBy: ' dr a example' }, false],
    ['somebody else has checked them', { ...written, checkedBy: 'Dr B Example' }, true],
  ])('where %s', (_who, encoding, isUsed) => {
    const criteria = [criterion('I1'), criterion('I2', { expr: null }), criterion('AGE', { origin: 'registry-field' })]
    expect(isInForce(encoding)).toBe(isUsed)
    expect(criteriaInForce({ criteria, ...(encoding === undefined ? {} : { encoding }) })).toEqual(
      isUsed ? criteria : [{ ...criteria[0], expr: null }, criteria[1], criteria[2]],
    )
  })
})
