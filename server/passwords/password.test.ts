import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

test('a password is recognised by its hash, and no other is', async () => {
  const phc = await hashPassword('correct horse battery staple')
  expect(await verifyPassword('correct horse battery staple', phc)).toBe(true)
  expect(await verifyPassword('Correct horse battery staple', phc)).toBe(false)
  expect(await verifyPassword('correct horse battery staple ', phc)).toBe(false)
  expect(await verifyPassword('', phc)).toBe(false)
})

test('the hash names its own parameters and holds 16 bytes of salt and 32 of tag', async () => {
  const phc = await hashPassword('a password')
  const [, , , , salt, tag] = phc.split('$')
  expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(Buffer.from(salt ?? '', 'base64')).toHaveLength(16)
  expect(Buffer.from(tag ?? '', 'base64')).toHaveLength(32)
})

test('two people with one password have two hashes', async () => {
  expect(await hashPassword('a password')).not.toBe(await hashPassword('a password'))
})

test('a password hashed with other parameters is still recognised', async () => {
  // Made with the reference program: argon2 -id -t 2 -m 16 -p 1, password "password", salt "somesalt".
  const weaker = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  expect(await verifyPassword('password', weaker)).toBe(true)
  expect(await verifyPassword('passwort', weaker)).toBe(false)
})

test('the same letters typed as one code point or two are the same password', async () => {
  const phc = await hashPassword('Zoë and the naïve ﬁancé')
  expect(await verifyPassword('Zoë and the naïve ﬁancé'.normalize('NFD'), phc)).toBe(true)
  expect(await verifyPassword('Zoë and the naïve fiancé', phc)).toBe(true)
  expect(await verifyPassword('Zoe and the naive fiance', phc)).toBe(false)
})

test.each([
  '',
  'password',
  '$argon2id$',
  '$argon2i$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$AAAA',
  '$2b$10$abcdefghijklmnopqrstuv',
])('what is no argon2id hash (%s) is nobody’s password', async (text) => {
  expect(await verifyPassword('password', text)).toBe(false)
  expect(await verifyPassword(text, text)).toBe(false)
})
