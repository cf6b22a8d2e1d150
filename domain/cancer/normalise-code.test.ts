import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMorphology, normaliseIcd10, normaliseMorphology, normaliseTopography } from './normalise-code.ts'

describe('ICD-10', () => {
  test.each([
    ['C69.3', 'C69.3'],
    ['c69.3', 'C69.3'],
    ['C693', 'C69.3'],
    ['C73X', 'C73'],
    ['C73.X', 'C73'],
    ['C73', 'C73'],
    [' C22.0 ', 'C22.0'],
    ['C220X', 'C22.0'],
    ['C81.90', 'C81.9'],
    ['D48.1', 'D48.1'],
    ['C22.-', 'C22'],
    ['C793D', 'C79.3'],
    ['Ｃ２２．０', 'C22.0'],
  ])('"%s" is %s', (value, code) => {
    expect(normaliseIcd10(value)).toEqual({ kind: 'code', code })
  })

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['C', 'format'],
    ['22.0', 'format'],
    ['C2O.1', 'format'],
    ['melanoma', 'format'],
    ['C22.0, C22.1', 'format'],
  ])('"%s" is an error: %s', (value, reason) => {
    expect(normaliseIcd10(value)).toMatchObject({ kind: 'error', reason, value })
  })
})

describe('ICD-O-3 topography', () => {
  test.each([
    ['C22.0', 'C22.0'],
    ['c220', 'C22.0'],
    ['C22', 'C22'],
    ['C80.9', 'C80.9'],
  ])('"%s" is %s', (value, code) => {
    expect(normaliseTopography(value)).toEqual({ kind: 'code', code })
  })

  test.each([
    ['C81.9', 'out-of-range'],
    ['D48.1', 'format'],
    ['T56', 'format'],
    ['', 'empty'],
  ])('"%s" is an error: %s', (value, reason) => {
    expect(normaliseTopography(value)).toMatchObject({ kind: 'error', reason })
  })
})

describe('ICD-O-3 morphology', () => {
  test.each([
    ['8171/3', '8171/3'],
    ['81713', '8171/3'],
    ['8171', '8171'],
    ['M8171/3', '8171/3'],
    ['m-8171/3', '8171/3'],
    ['M81713', '8171/3'],
    ['8171/33', '8171/3'],
    ['8000/0', '8000/0'],
    ['9993/3', '9993/3'],
  ])('"%s" is %s', (value, written) => {
    const result = normaliseMorphology(value)
    expect(result.kind === 'code' && formatMorphology(result.code)).toBe(written)
  })

  test.each([
    ['', 'empty'],
    ['817', 'format'],
    ['7999/3', 'out-of-range'],
    ['9994/3', 'out-of-range'],
    ['8171/4', 'behaviour'],
    ['373432001', 'format'],
    ['carcinoma', 'format'],
  ])('"%s" is an error: %s', (value, reason) => {
    expect(normaliseMorphology(value)).toMatchObject({ kind: 'error', reason, value })
  })

  test('the error names the value and what is expected', () => {
    expect(normaliseMorphology('817')).toMatchObject({ message: expect.stringMatching(/"817".*8171\/3/) })
  })
})

describe('any text at all', () => {
  const codeLike = fc.string({ unit: fc.constantFrom(...'CDM089/.- Xx1234567'), maxLength: 8 })
  const anyText = fc.oneof(fc.string({ unit: 'binary' }), codeLike)

  test('is answered without an exception, and a code that was read is read again as itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const normalise of [normaliseIcd10, normaliseTopography]) {
          const result = normalise(text)
          if (result.kind === 'code') expect(normalise(result.code)).toEqual(result)
        }
        const result = normaliseMorphology(text)
        if (result.kind === 'code') expect(normaliseMorphology(formatMorphology(result.code))).toEqual(result)
      }),
      { numRuns: 1000 },
    )
  })
})
