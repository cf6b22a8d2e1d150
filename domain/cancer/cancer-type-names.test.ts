import { expect, test } from 'vitest'
import { cancerTypeNames } from './cancer-type-names.ts'

test('names cancer types in the order given', () => {
  expect(cancerTypeNames(['sarcoma', 'gi-anal'])).toEqual([
    { cancerTypeId: 'sarcoma', name: 'Sarcoma' },
    { cancerTypeId: 'gi-anal', name: 'Anal carcinoma' },
  ])
})

test('keeps a cancer type of an older taxonomy, under its identifier', () => {
  expect(cancerTypeNames(['no-longer-listed'])).toEqual([
    { cancerTypeId: 'no-longer-listed', name: 'no-longer-listed' },
  ])
})

test('names nothing for nothing', () => {
  expect(cancerTypeNames([])).toEqual([])
})
