import { describe, expect, it } from 'vitest'
import {
  longestMessage,
  messageFaults,
  type ReferralValues,
  readReferral,
  referralValuesOf,
} from './referral-values.ts'

const typed: ReferralValues = {
  siteId: '00000000-0000-4000-8000-0000000000b1',
  withheldItemIds: ['ecog'],
  message: 'Keen to hear more.',
  agreedOn: '18/11/2026',
  how: 'telephone',
  version: 2,
  idempotencyKey: 'b4f1c3c0-0000-4000-8000-000000000001',
}

describe('a referral as typed', () => {
  it('is sent as the site, what is held back, the message and the agreement', () => {
    expect(readReferral(typed)).toEqual({
      kind: 'ok',
      body: {
        siteId: typed.siteId,
        withheldItemIds: ['ecog'],
        message: 'Keen to hear more.',
        agreement: { agreedOn: '2026-11-18', how: 'telephone' },
      },
    })
  })

  it('names every field that is missing at once', () => {
    const reading = readReferral({ ...typed, siteId: '', agreedOn: ' ', how: 'by post' })
    expect(reading).toMatchObject({
      kind: 'faulty',
      faults: [{ fieldId: 'siteId' }, { fieldId: 'agreement.agreedOn' }, { fieldId: 'agreement.how' }],
    })
  })

  it('gives back a day that does not exist with its own words', () => {
    const reading = readReferral({ ...typed, agreedOn: '31/11/2026' })
    expect(reading).toMatchObject({ faults: [{ message: '"31/11/2026" is not a date: write day, month and year' }] })
  })

  it.each([
    { length: longestMessage - 1, faults: 0 },
    { length: longestMessage, faults: 0 },
    { length: longestMessage + 1, faults: 1 },
  ])('with a message of $length characters has $faults faults', ({ length, faults }) => {
    expect(messageFaults('x'.repeat(length))).toHaveLength(faults)
  })

  it('is read from its form field by field', () => {
    const form = new FormData()
    form.set('siteId', typed.siteId)
    form.append('withheldItemIds', 'a')
    form.append('withheldItemIds', 'b')
    form.set('version', '7')
    expect(referralValuesOf(form)).toMatchObject({
      siteId: typed.siteId,
      withheldItemIds: ['a', 'b'],
      version: 7,
      how: '',
    })
  })
})
