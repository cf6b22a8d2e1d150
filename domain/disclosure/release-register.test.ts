import { describe, expect, it } from 'vitest'
import { type ReleaseEntry, refuseRelease, trimmedRelease } from './release-register.ts'

const asOf = '2026-06-15'
const entry: ReleaseEntry = {
  releasedOn: asOf,
  released: 'Counts of referrals by cancer group, small counts left out',
  recipient: 'A university',
  purpose: 'To plan trials',
  legalBasis: 'Anonymous data: no person can be known from it',
  expectedBenefit: 'Trials open nearer to where people live',
}

describe('an entry of the public register of releases', () => {
  it('is of today at the latest', () => {
    expect(refuseRelease({ ...entry, releasedOn: '2026-06-14' }, null, asOf)).toBeNull()
    expect(refuseRelease(entry, null, asOf)).toBeNull()
    expect(refuseRelease({ ...entry, releasedOn: '2026-06-16' }, null, asOf)).toMatchObject({
      status: 400,
      errors: [{ pointer: '/releasedOn' }],
    })
  })

  it.each(['released', 'recipient', 'purpose', 'legalBasis', 'expectedBenefit'] as const)(
    'names nobody in its %s, by NHS number or date of birth',
    (name) => {
      for (const text of ['About 999 000 0018', 'Somebody, date of birth 4 March 1961']) {
        expect(refuseRelease({ ...entry, [name]: text }, null, asOf)).toMatchObject({
          kind: 'identifying-text',
          errors: [{ pointer: `/${name}` }],
        })
      }
    },
  )

  it('names nobody in the reason of a correction either', () => {
    expect(refuseRelease(entry, 'It named 9990000018', asOf)).toMatchObject({ errors: [{ pointer: '/reason' }] })
    expect(refuseRelease(entry, 'The recipient was misspelt', asOf)).toBeNull()
  })

  it('under section 251 says that the national data opt-outs were applied', () => {
    const legalBasis = 'Section 251 support, regulation 5'
    expect(refuseRelease({ ...entry, legalBasis }, null, asOf)).toMatchObject({ errors: [{ pointer: '/legalBasis' }] })
    const applied = `${legalBasis}; national data opt-outs applied on 1 June 2026`
    expect(refuseRelease({ ...entry, legalBasis: applied }, null, asOf)).toBeNull()
  })

  it('is stored without the spaces around its texts', () => {
    const spaced = { ...entry, recipient: '  A university\n', purpose: ' To plan trials ' }
    expect(trimmedRelease(spaced)).toEqual(entry)
  })
})
