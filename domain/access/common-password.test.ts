import { describe, expect, test } from 'vitest'
import { isCommonPassword } from './common-password.ts'
import { commonestPasswords } from './commonest-passwords.ts'

describe('the commonest passwords', () => {
  test.each([
    'passwordpassword',
    'Password1234',
    'P@ssw0rd2024!',
    'Pa$$word12345678',
    'password123456789',
    '123456789012',
    '1234567890123',
    '098765432109',
    'qwertyuiop12',
    'qwertyuiop123',
    '1q2w3e4r5t6y',
    '1qaz2wsx3edc',
    'zaq12wsxcde3',
    'qwer1234asdf',
    'aaaaaaaaaaaa',
    '121212121212',
    'abc123abc123abc1',
    'abcdefghijkl',
    'Welcome12345',
    'Welcome@2026',
    'iloveyou2026!',
    'I love you 1234',
    'Sunsh1n3 2025',
    'l1verpoolfc1892',
    'ManchesterUnited1',
    '!Football1999!',
    'drowssapdrowssap',
    '4321drowssaP',
    'NHSEngland2026',
    'Oncology2026!',
    'correct horse battery staple',
    'Correct-Horse-Battery-Staple1',
  ])('%s is refused', (password) => {
    expect(isCommonPassword(password)).toBe(true)
  })

  test.each([
    'twelve letters or more',
    'three random words',
    'coffee tin fish',
    'monkey violin lamp',
    'kettle-osprey-minted-41',
    'vT9#qLm2x!Rz',
    'passwordless kingdom of moss',
    '7391 8820 4416',
    'my dog ate 3 trials',
    'Zoë und das Würstchen',
    'ΩΩ жжж 密码 слово',
  ])('%s is not among them', (password) => {
    expect(isCommonPassword(password)).toBe(false)
  })

  test('stand for some thousands, each of them long enough to be set', () => {
    const endings = [
      '1',
      '12',
      '123',
      '1234',
      '2024',
      '2025',
      '2026',
      '!',
      '1!',
      '123!',
      '@1',
      '12345',
      '123456789',
      '',
    ]
    const made = [...commonestPasswords].flatMap((word) =>
      endings.flatMap((ending) => [`${word}${ending}`, `${word}${word}${ending}`]),
    )
    const long = new Set(made.filter((password) => password.length >= 12))
    expect(long.size).toBeGreaterThan(5000)
    expect([...long].filter((password) => !isCommonPassword(password))).toEqual([])
  })
})
