import { expect, it } from 'vitest'
import { coarserCategories, isAssessed, plainCategory } from './stage-category.ts'

it.each([
  ['Stage IIIC1', ['IIIC1', 'IIIC', 'III']],
  ['ypN1a', ['N1A', 'N1']],
  ['N1mi', ['N1MI', 'N1']],
  ['IV', ['IV']],
  ['limited', ['LIMITED']],
])('%s is part of what is coarser', (category, expected) => {
  expect(coarserCategories(plainCategory(category))).toEqual(expected)
})

it('knows what was not assessed', () => {
  expect(['TX', 'X', '', 'T1', 'IV'].map(isAssessed)).toEqual([false, false, false, true, true])
})
