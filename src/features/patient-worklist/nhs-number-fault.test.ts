import { describe, expect, it } from 'vitest'
import { nhsNumberFault } from './nhs-number-fault.ts'

describe('what is wrong with a number that was sought', () => {
  it.each(['999 123 4567', '9991234567', '999-123-4567'])('%s fails its check digit', (text) => {
    expect(nhsNumberFault(text)).toMatch(/check/i)
  })

  it.each(['999 000 001', '999 000 00188'])('%s has a digit too few or too many', (text) => {
    expect(nhsNumberFault(text)).not.toBeNull()
  })

  it.each(['999 000 0018', 'O’Brien', 'H1601844', '1234', '123456789012', null])('%s says nothing', (text) => {
    expect(nhsNumberFault(text)).toBeNull()
  })
})
