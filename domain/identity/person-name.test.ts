import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bannerName, cleanNamePart, searchName } from './person-name.ts'

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

describe('search form', () => {
  test.each([
    ["O'Neill", 'O’NEILL'],
    ["O'Neill", 'oneill'],
    ['Núñez', 'NUNEZ'],
    ['Smith-Jones', 'smith jones'],
    ['Ｓｍｉｔｈ', 'smith'],
    ['Łukasz Sørensen', 'lukasz sorensen'],
    ['STRAUSS', 'Strauß'],
    ['N\u0303', 'ñ'],
  ])('"%s" and "%s" are found by each other', (a, b) => {
    expect(searchName(a)).toBe(searchName(b))
  })

  test('different names stay different', () => {
    expect(searchName('Smith')).not.toBe(searchName('Smyth'))
  })

  test('a name in another script is kept', () => {
    expect(searchName('李 小龍')).toBe('李 小龍')
  })

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(searchName(searchName(text))).toBe(searchName(text))
        expect(cleanNamePart(cleanNamePart(text))).toBe(cleanNamePart(text))
      }),
      { numRuns: 200 },
    )
  })
})
