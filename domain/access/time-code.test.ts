import { describe, expect, it } from 'vitest'
import { acceptedSteps, base32, codeOfHash, inGroups, otpauthLink, stepBytes, timeCodeIn } from './time-code.ts'

describe('the steps that are accepted', () => {
  const at = (seconds: number) => new Date(seconds * 1000)

  it.each([
    [59, [0, 1, 2]],
    [60, [1, 2, 3]],
    [89, [1, 2, 3]],
    [90, [2, 3, 4]],
  ])('at second %i are this one and one either side', (seconds, steps) => {
    expect(acceptedSteps(at(seconds), null)).toEqual(steps)
  })

  it('leave out all up to the last that was accepted', () => {
    expect(acceptedSteps(at(60), 1)).toEqual([2, 3])
    expect(acceptedSteps(at(60), 3)).toEqual([])
  })
})

it('a step is hashed as eight bytes', () => {
  expect([...stepBytes(0x1_23_45_67_89)]).toEqual([0, 0, 0, 1, 0x23, 0x45, 0x67, 0x89])
})

it('a code is cut from a hash as RFC 4226 shows it in 5.4', () => {
  const hash = Uint8Array.from(Buffer.from('1f8698690e02ca16618550ef7f19da8e945b555a', 'hex'))
  expect(codeOfHash(hash)).toBe('872921')
})

it.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('Base32 of "%s" is that of RFC 4648, without padding', (text, written) => {
  expect(base32(new TextEncoder().encode(text))).toBe(written)
})

it('a code is known whatever spaces stand in it, and nothing else is one', () => {
  expect(timeCodeIn(' 123 456 ')).toBe('123456')
  for (const typed of ['12345', '1234567', '12345a', 'ABCD-EFGH-IJKL-MNOP', '１２３４５６'])
    expect(timeCodeIn(typed)).toBeNull()
})

it('a secret is written in groups of four, and as a link for apps', () => {
  expect(inGroups('ABCDEFGHIJ')).toBe('ABCD EFGH IJ')
  expect(otpauthLink('ABCD', 'a+b@zz001.example')).toBe(
    'otpauth://totp/Rare%20cancer%20trials:a%2Bb%40zz001.example?secret=ABCD&issuer=Rare%20cancer%20trials&algorithm=SHA1&digits=6&period=30',
  )
})
