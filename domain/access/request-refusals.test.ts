import { expect, test } from 'vitest'
import { requestFaults } from './request-faults.ts'
import { invalidRequestText, mostFaultsListed, pointerTo } from './request-refusals.ts'

const faultsAt = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ pointer: `/field${index}`, message: 'is missing' }))

test('every fault is listed and told, in the order found', () => {
  const { errors, detail } = invalidRequestText('the body', [
    { pointer: '/email', message: requestFaults.missing },
    { pointer: '/password', message: requestFaults.atLeastCharacters(12) },
  ])
  expect(errors).toEqual([
    { pointer: '/email', message: 'is missing' },
    { pointer: '/password', message: 'must have at least 12 characters' },
  ])
  expect(detail).toBe(
    'Something in the body is not as it must be: /email is missing; /password must have at least 12 characters.',
  )
})

test('a place with two faults is listed with the first', () => {
  const faults = [
    { pointer: '/code', message: requestFaults.atMostCharacters(10) },
    { pointer: '/code', message: requestFaults.ofPattern('^[A-Z0-9]{3,10}$') },
  ]
  expect(invalidRequestText('the body', faults).errors).toEqual([faults[0]])
})

test.each([mostFaultsListed - 1, mostFaultsListed])('%i faults are all listed', (count) => {
  const { errors, remedy } = invalidRequestText('the body', faultsAt(count))
  expect(errors).toHaveLength(count)
  expect(remedy).toBe('Correct what is listed and send it again. Nothing was changed.')
})

test('of more faults than that the first are listed, and it is said', () => {
  const { errors, remedy } = invalidRequestText('the body', faultsAt(mostFaultsListed + 1))
  expect(errors).toHaveLength(mostFaultsListed)
  expect(remedy).toContain('Only the first 20 faults are.')
})

test('a name that the sender made up is cut in the pointer', () => {
  expect(pointerTo(['filters', 'x'.repeat(1000)])).toBe(`/filters/${'x'.repeat(40)}`)
})

test('empty text is called empty, and a wrong kind is told in everyday words', () => {
  expect(requestFaults.atLeastCharacters(1)).toBe('must not be empty')
  expect(requestFaults.atLeastCharacters(2)).toBe('must have at least 2 characters')
  expect(requestFaults.ofType('integer')).toBe('must be a whole number')
  expect(requestFaults.oneOf(['name', 'bornOn'])).toBe('must be one of "name", "bornOn"')
})
