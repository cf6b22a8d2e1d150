import { describe, expect, it } from 'vitest'
import { stepRefusal } from './step-refusal.ts'

const words = { kind: 'refused', message: 'What is wrong.', remedy: 'How to mend it.' } as const

describe('the refusal of a step', () => {
  it('points to the date where the request carries it', () => {
    expect(stepRefusal({ ...words, refusal: 'dateNotPossible' }, '/agreement/agreedOn')).toEqual({
      status: 400,
      kind: 'invalid-request',
      title: 'The date is missing or not right',
      detail: 'What is wrong.',
      remedy: 'How to mend it.',
      errors: [{ pointer: '/agreement/agreedOn', message: 'What is wrong.' }],
    })
  })

  it('points to the reason that is missing', () => {
    expect(stepRefusal({ ...words, refusal: 'reasonRequired' }, '/occurredOn').errors).toEqual([
      { pointer: '/reasonCode', message: 'What is wrong.' },
    ])
  })

  it('points nowhere where no field is wrong', () => {
    expect(stepRefusal({ ...words, refusal: 'wrongRole' }, '/occurredOn')).not.toHaveProperty('errors')
  })
})
