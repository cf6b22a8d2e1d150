import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatNhsNumber, isDemonstrationNhsNumber, makeDemonstrationNhsNumber, parseNhsNumber } from './nhs-number.ts'

const serials = fc.integer({ min: 1, max: 900_000 })

describe('reading an NHS number', () => {
  test.each([
    '999 000 0018',
    '9990000026',
    '999-000-0034',
    ' 999 000 0042 ',
    '９９９ ０００ ００５０',
    '999\u00a0000\u00a00069',
  ])('accepts "%s"', (text) => {
    expect(parseNhsNumber(text)).toMatchObject({ kind: 'valid', range: 'demonstration' })
  })

  test.each([
    ['999 123 4567', 'check-digit'],
    ['999 000 0019', 'check-digit'],
    ['999 000 001', 'too-short'],
    ['999 000 00180', 'too-long'],
    ['999 000 O018', 'letters'],
    ['999 000 0018?', 'letters'],
    ['QQ 12 34 56 C', 'national-insurance-number'],
    ['qq123456c', 'national-insurance-number'],
    ['QQ 12 34 56 E', 'letters'],
    ['', 'empty'],
    ['  - ', 'empty'],
    ['000 000 0000', 'not-issued'],
  ])('refuses "%s": %s', (text, reason) => {
    expect(parseNhsNumber(text)).toMatchObject({ kind: 'invalid', reason })
  })

  test('a remainder that would need a check digit of 10 is never valid', () => {
    for (const digit of '0123456789') {
      expect(parseNhsNumber(`999000000${digit}`)).toMatchObject({ reason: 'check-digit' })
    }
  })

  test('numbers from Scotland and Northern Ireland are accepted and named', () => {
    expect(parseNhsNumber('010 100 0000')).toMatchObject({ reason: 'check-digit' })
    expect(parseNhsNumber('010 101 0001')).toMatchObject({ kind: 'valid', range: 'scotland' })
    expect(parseNhsNumber('320 000 0015')).toMatchObject({ kind: 'valid', range: 'northern-ireland' })
    expect(parseNhsNumber('401 023 2137')).toMatchObject({ kind: 'valid', range: 'england-wales-isle-of-man' })
    expect(parseNhsNumber('943 476 5919')).toMatchObject({ kind: 'valid', range: 'england-wales-isle-of-man' })
  })

  test('one wrong digit, or two neighbours exchanged, is always caught', () => {
    fc.assert(
      fc.property(serials, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (serial, place, shift) => {
        const digits = [...makeDemonstrationNhsNumber(serial)]
        const wrong = digits.with(place, String((Number(digits[place]) + shift) % 10)).join('')
        expect(parseNhsNumber(wrong).kind).toBe('invalid')
        const [left, right] = [digits[place], digits[place + 1]]
        if (left === undefined || right === undefined || left === right) return
        expect(
          parseNhsNumber(
            digits
              .with(place, right)
              .with(place + 1, left)
              .join(''),
          ).kind,
        ).toBe('invalid')
      }),
    )
  })
})

describe('showing it', () => {
  test('three, three and four digits, which are read back as the same number', () => {
    expect(formatNhsNumber('9990000018')).toBe('999 000 0018')
    fc.assert(
      fc.property(serials, (serial) => {
        const nhsNumber = makeDemonstrationNhsNumber(serial)
        expect(parseNhsNumber(formatNhsNumber(nhsNumber))).toMatchObject({ kind: 'valid', nhsNumber })
      }),
    )
  })
})

describe('demonstration numbers', () => {
  test('the first twelve', () => {
    const first = Array.from({ length: 12 }, (_, index) => formatNhsNumber(makeDemonstrationNhsNumber(index + 1)))
    expect(first).toEqual([
      ...['999 000 0018', '999 000 0026', '999 000 0034', '999 000 0042', '999 000 0050', '999 000 0069'],
      ...['999 000 0077', '999 000 0085', '999 000 0093', '999 000 0107', '999 000 0115', '999 000 0123'],
    ])
  })

  test('a load-test caseload of 100,000 people has 100,000 different valid numbers', () => {
    const numbers = new Set<string>()
    for (let serial = 1; serial <= 100_000; serial += 1) numbers.add(makeDemonstrationNhsNumber(serial))
    expect(numbers.size).toBe(100_000)
    expect([...numbers].every((number) => number.startsWith('999'))).toBe(true)
  })

  test('the range is 1 to 900,000', () => {
    expect(isDemonstrationNhsNumber(makeDemonstrationNhsNumber(900_000))).toBe(true)
    for (const serial of [0, 900_001, 1.5, Number.NaN]) {
      expect(() => makeDemonstrationNhsNumber(serial)).toThrow(RangeError)
    }
  })

  test('a real-range number and an invalid one are not of the demonstration', () => {
    expect(isDemonstrationNhsNumber('401 023 2137')).toBe(false)
    expect(isDemonstrationNhsNumber('999 123 4567')).toBe(false)
  })
})
