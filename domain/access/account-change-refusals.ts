import type { RefusalText } from './refusal-text.ts'

/* What an administrator is told whose change to an account or an organisation is refused. */

/** Somebody else changed it after it was read. */
export function changedMeanwhile(what: 'account' | 'organisation'): RefusalText {
  return {
    status: 412,
    kind: 'conflict',
    title: `Somebody else changed this ${what}`,
    detail: `The ${what} was changed after you opened it. Nothing of yours was saved.`,
    remedy: 'Compare your version with the one stored now, and make your change again where it still applies.',
  }
}

export const ownRights: RefusalText = {
  ...ownAccount('You cannot change your own role or organisation'),
  detail: 'What an account may do is changed by another administrator, never by its owner. Nothing was saved.',
}

export const ownClosing: RefusalText = {
  ...ownAccount('You cannot close your own account'),
  detail: 'An account is closed by another administrator, never by its owner. Nothing was changed.',
}

export const ownRecovery: RefusalText = {
  ...ownAccount('You cannot make a recovery link for yourself'),
  detail: 'A recovery link goes from one person to another. Nothing was changed.',
  remedy: 'Change your password on the page of your own account, or ask another administrator for a link.',
}

export const lastAdministrator: RefusalText = {
  status: 409,
  kind: 'last-administrator',
  title: 'This is the last administrator',
  detail: 'Without an open administrator’s account nobody could give access any more. Nothing was changed.',
  remedy: 'Make another account an administrator first.',
}

export const accountIsClosed: RefusalText = {
  status: 409,
  kind: 'account-closed',
  title: 'This account is closed',
  detail: 'Nobody can sign in to a closed account, so a link to it would be of no use. Nothing was changed.',
  remedy: 'Open the account again first.',
}

export const hasNoPassword: RefusalText = {
  status: 409,
  kind: 'no-password',
  title: 'This account has no password here',
  detail: 'Its owner signs in through the provider of single sign-on. Nothing was changed.',
  remedy: 'Whoever cannot sign in any more turns to the help desk of the provider.',
}

export const recoveryLinkNotValid: RefusalText = {
  status: 403,
  kind: 'link-not-valid',
  title: 'This link is not valid',
  detail: 'The link has been used, has run out, was replaced by a newer one, or its account is closed.',
  remedy: 'Ask an administrator for a new link.',
}

function ownAccount(title: string) {
  return { status: 403, kind: 'own-account', title, remedy: 'Ask another administrator.' }
}
