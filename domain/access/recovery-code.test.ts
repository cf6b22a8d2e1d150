import { expect, it } from 'vitest'
import { recoveryCodeIn, recoveryCodeText } from './recovery-code.ts'

it('a recovery code is known again however its signs are set', () => {
  const text = recoveryCodeText(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))
  expect(text).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/)
  for (const typed of [text, text.toLowerCase(), text.replaceAll('-', ' '), ` ${text}\n`]) {
    expect(recoveryCodeIn(typed)).toBe(text.replaceAll('-', ''))
  }
})
