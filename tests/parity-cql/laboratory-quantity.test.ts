import { expect, it } from 'vitest'
import { quantityOf } from './laboratory-quantity.ts'

it.each([
  [9, 'g/dL', 'haemoglobin', { name: 'gramsPerLitre', value: 90 }],
  [1500, '/mm3', 'anc', { name: 'cellsPerNanolitre', value: 1.5 }],
  [1.5, 'mg/dL', 'creatinine', { name: 'micromolesPerLitre', value: 132.6 }],
  [1.5, null, 'inr', { name: 'ratio', value: 1.5 }],
  [1.5, 'xULN', 'alt', { name: 'timesUpperLimit', value: 1.5 }],
  [3, 'stone', 'anc', { name: 'in stone', value: 3 }],
])('%d %s of %s has one form', (value, unit, code, quantity) => {
  expect(quantityOf(value, unit, code)).toEqual(quantity)
})
