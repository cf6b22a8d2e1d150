import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identifyingText } from './identifying-text.ts'

const bornOn = '1962-03-05'
const found = (text: string, born: string | null = bornOn) => identifyingText(text, born).map((each) => each.found)

describe('an NHS number in a text', () => {
  it.each([
    '9990000018',
    '999 000 0018',
    '999-000-0018',
    '999.000.0018',
    '９９９ ０００ ００１８',
    '999\u00a0000\u00a00018',
  ])('is found as %s', (number) => {
    expect(identifyingText(`Please see ${number} soon`, null)).toEqual([
      { kind: 'nhsNumber', found: number.normalize('NFKC') },
    ])
  })

  it.each(['999 123 4567', '0113 496 0000', '99900000180', 'platelets 150, ANC 1.5, Hb 110 on 12 May'])(
    'is not seen in %s',
    (text) => {
      expect(found(text)).toEqual([])
    },
  )
})

describe('a date of birth in a text', () => {
  it.each([
    '1962-03-05',
    '1962/3/5',
    '05/03/1962',
    '5/3/62',
    '5.3.1962',
    '03/05/1962',
    '05-Mar-1962',
    '5 March 1962',
    '5th of March 1962',
    '5 mar 62',
    'March 5, 1962',
    'Mar 5th 1962',
  ])("is found where it is the patient's own, written %s", (date) => {
    expect(found(`The patient (${date}) is well`)).toEqual([date])
  })

  it.each(['DOB 1 Jan 1970', 'D.O.B.: 1/1/70', 'date of birth 01-01-1970', 'born on 1 January 1970', 'dob=1970-01-01'])(
    'is found where the text calls it one: %s',
    (text) => {
      expect(found(`Brother ${text}`)).toHaveLength(1)
      expect(found(`Brother ${text}`, null)).toHaveLength(1)
    },
  )

  it.each([
    'Last scan 4 March 1962',
    'chemotherapy ended 05/03/2026',
    'cycle 5/6, dose 3/62',
    'born well before the war',
  ])('is not seen in %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('is found in a text of any other words', () => {
    const words = fc.stringMatching(/^[a-z ,.]{0,40}$/)
    fc.assert(
      fc.property(words, words, (before, after) => {
        expect(found(`${before} 05/03/1962 ${after}`)).toContain('05/03/1962')
      }),
    )
  })
})

it('takes no longer for a text made to confuse it', () => {
  expect(found(`${'1 7 '.repeat(2000)}${'1/'.repeat(2000)}${'dob '.repeat(500)}`)).toEqual([])
})
