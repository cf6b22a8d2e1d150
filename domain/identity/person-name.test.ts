import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bannerName, cleanNamePart } from './person-name.ts'

describe('banner form', () => {
  test('family name in capitals, comma, given name, title in brackets', () => {
    expect(bannerName({ family: 'Smith', given: 'Jane', title: 'Ms' })).toBe('SMITH, Jane (Ms)')
  })

  test('a missing title is left out, a missing name is said to be not known', () => {
    expect(bannerName({ family: 'Smith', given: 'Jane', title: null })).toBe('SMITH, Jane')
    expect(bannerName({ family: 'Smith', given: null, title: 'Dr' })).toBe('SMITH, Not known (Dr)')
    expect(bannerName({ family: ' ', given: 'Jane', title: null })).toBe('Not known, Jane')
    expect(bannerName({ family: null, given: null, title: 'Mr' })).toBe('Not known')
  })

  test('apostrophes, accents and hyphens are kept', () => {
    expect(bannerName({ family: 'O’Neill', given: 'Siân', title: null })).toBe("O'NEILL, Siân")
    expect(bannerName({ family: 'Núñez-Lloyd', given: 'José', title: 'Mr' })).toBe('NÚÑEZ-LLOYD, José (Mr)')
  })

  test('a full-width name is shown in ordinary letters', () => {
    expect(bannerName({ family: 'Ｓｍｉｔｈ', given: 'Ｊａｎｅ', title: null })).toBe('SMITH, Jane')
  })

  test('characters that reorder text or break the line cannot reach the screen', () => {
    expect(bannerName({ family: 'Smi\u202eth', given: 'Ja\u200bne\nAnn', title: null })).toBe('SMITH, Jane Ann')
  })
})

describe('one spelling for storage', () => {
  test.each(['O’Neill', 'O‘Neill', 'O`Neill', 'O´Neill', 'OʼNeill', 'O′Neill', 'O＇Neill'])(
    "%s is O'Neill",
    (typed) => {
      expect(cleanNamePart(typed)).toBe("O'Neill")
    },
  )

  test('cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanNamePart(cleanNamePart(text))).toBe(cleanNamePart(text))
      }),
      { numRuns: 200 },
    )
  })
})
