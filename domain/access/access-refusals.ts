import type { RefusalText } from './refusal-text.ts'

/** One answer for what does not exist and for what belongs to somebody else, so that asking reveals nothing. */
export function notFoundText(what: string): RefusalText {
  return {
    status: 404,
    kind: 'not-found',
    title: 'Not found',
    detail: `There is no such ${what}, or it is not one that you may see.`,
    remedy: 'Check the address, or go back to the list and open it from there.',
  }
}

export function notAllowedText(detail: string): RefusalText {
  return {
    status: 403,
    kind: 'not-allowed',
    title: 'You do not have access',
    detail,
    remedy: 'Ask an administrator if you need it.',
  }
}

export const notSignedInText: RefusalText = {
  status: 401,
  kind: 'not-signed-in',
  title: 'You are not signed in',
  detail: 'This needs somebody who is signed in, or your session has ended.',
  remedy: 'Sign in and try again.',
}
