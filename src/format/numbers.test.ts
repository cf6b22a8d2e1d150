import { describe, expect, it } from 'vitest'
import { counted, countText, totalText } from './counts.ts'
import { distanceText } from './distance.ts'
import { nhsNumberText } from './nhs-number.ts'
import { ratioText } from './ratio.ts'

describe('counts', () => {
  it('have commas from 1,000', () => {
    expect([999, 1000, 1_234_567].map(countText)).toEqual(['999', '1,000', '1,234,567'])
  })

  it('agree with their noun', () => {
    expect([0, 1, 2].map((count) => counted(count, 'patient'))).toEqual(['0 patients', '1 patient', '2 patients'])
    expect(counted(2, 'possibility', 'possibilities')).toBe('2 possibilities')
  })

  it('say when counting stopped', () => {
    expect(totalText({ count: 1000, isCapped: false })).toBe('1,000')
    expect(totalText({ count: 1000, isCapped: true })).toBe('more than 1,000')
  })
})

describe('a recruitment ratio', () => {
  it('has a sign, two decimals and a real minus', () => {
    expect([0.25, -0.4, 1].map(ratioText)).toEqual(['+0.25', '\u22120.40', '+1.00'])
  })

  it('has no sign when it rounds to nothing', () => {
    expect([0, 0.004, -0.004].map(ratioText)).toEqual(['0.00', '0.00', '0.00'])
    expect([0.006, -0.006].map(ratioText)).toEqual(['+0.01', '\u22120.01'])
  })
})

describe('a distance', () => {
  it('is in whole miles from 1 mile of 1.609344 km', () => {
    expect([0, 1.6, 1.61, 19.5, 1938].map(distanceText)).toEqual([
      'under 1 mile',
      'under 1 mile',
      '1 mile',
      '12 miles',
      '1,204 miles',
    ])
  })

  it('that is not known is not nought', () => {
    expect(distanceText(null)).toBe('Not known')
  })
})

describe('an NHS number', () => {
  it('is in groups of 3, 3 and 4', () => {
    expect(nhsNumberText('9990000018')).toBe('999 000 0018')
  })

  it('that is missing reads "Not known"', () => {
    expect(nhsNumberText(null)).toBe('Not known')
  })
})
