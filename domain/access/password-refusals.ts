import { isCommonPassword } from './common-password.ts'
import type { RefusalText } from './refusal-text.ts'

/* What somebody is told about a password that cannot be set. How long it has to be stands in the contract. */

export const commonPassword: RefusalText = {
  status: 400,
  kind: 'invalid-request',
  title: 'This password is too easy to guess',
  detail: 'The password is one of those found most often in breaches, or a usual variation of one.',
  remedy: 'Choose another, for example three words that have nothing to do with each other.',
  errors: [{ pointer: '/password', message: 'is one of those guessed first' }],
}

export const wrongCurrentPassword: RefusalText = {
  status: 400,
  kind: 'invalid-request',
  title: 'The password you have now is not right',
  detail: 'Nothing was changed, because the present password does not belong to this account.',
  remedy: 'Type the password that you signed in with.',
  errors: [{ pointer: '/current', message: 'is not the password of this account' }],
}

/** Why this password may not be set; null where it may. */
export function passwordRefusal(password: string): RefusalText | null {
  return isCommonPassword(password) ? commonPassword : null
}
