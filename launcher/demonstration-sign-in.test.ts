import { expect, test } from 'vitest'
import { demonstrationAccounts } from '../mocks/data/accounts/demonstration-accounts.ts'
import { demonstrationSignIn } from './demonstration-sign-in.mjs'

test('the terminal names an account of the demonstration and its password', () => {
  const oncologist = demonstrationAccounts.find(({ role }) => role === 'oncologist')
  expect(demonstrationSignIn).toContain(`Sign in as ${oncologist?.email} with the password ${oncologist?.password};`)
})
