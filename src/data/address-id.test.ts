import { expect, test } from 'vitest'
import { addressId } from './address-id.ts'
import { ApiProblem } from './problem.ts'

test('an identifier is taken as it is', () => {
  const patientId = '5f0c1f9e-0000-4000-8000-000000000000'
  expect(addressId(patientId, 'patient')).toBe(patientId)
})

test.each(['xx', '', undefined, '5f0c1f9e-0000-4000-8000-00000000000', '../patients'])(
  'an address with %j names no such patient',
  (value) => {
    const ask = () => addressId(value, 'patient')
    expect(ask).toThrow(ApiProblem)
    expect(ask).toThrow(/^Not found: There is no such patient, or it is not one that you may see/)
  },
)
