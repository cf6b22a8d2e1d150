import { expect, test } from 'vitest'
import { secretSeal } from './sealed-secret.ts'

const secret = Buffer.from('12345678901234567890')
const seal = secretSeal(() => Buffer.alloc(32, 1))

test('a secret is what it was once it is opened, and cannot be read from what is kept', () => {
  const sealed = seal.seal(secret, 'account')
  expect(Buffer.from(seal.open(sealed, 'account'))).toEqual(secret)
  expect(Buffer.from(sealed, 'base64url').includes(secret)).toBe(false)
  expect(seal.seal(secret, 'account')).not.toBe(sealed)
})

test('it opens with no other key, for no other account, and not once it was changed', () => {
  const sealed = seal.seal(secret, 'account')
  const refusal = /does not open with the key of this installation/
  expect(() => secretSeal(() => Buffer.alloc(32, 2)).open(sealed, 'account')).toThrow(refusal)
  expect(() => seal.open(sealed, 'another')).toThrow(refusal)
  const bytes = Buffer.from(sealed, 'base64url')
  for (const at of [0, 12, 28, bytes.length - 1]) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => seal.open(changed.toString('base64url'), 'account'), `byte ${at}`).toThrow(refusal)
  }
  expect(() => seal.open(bytes.subarray(0, 20).toString('base64url'), 'account')).toThrow(refusal)
})
