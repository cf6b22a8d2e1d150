import type { RefusalText } from './refusal-text.ts'

/* What an administrator is told about an account or organisation that cannot be made. */

export function codeTaken(code: string): RefusalText {
  return taken('/code', `An organisation with the code ${code} exists already.`)
}

export const emailTaken = taken('/email', 'There is an account with this email address.')

export const linkNotValid: RefusalText = {
  status: 403,
  kind: 'link-not-valid',
  title: 'This link is not valid',
  detail: 'The link has been used, has run out, or was not printed by this installation.',
  remedy: 'Start the server again: while there is no account it prints a new link.',
}

export const unknownOrganisation: RefusalText = {
  ...badOrganisation('is not an organisation of this installation'),
  title: 'Unknown organisation',
  detail: 'The organisation chosen does not exist.',
  remedy: 'Choose one from the list.',
}

export const organisationNeeded: RefusalText = {
  ...badOrganisation('is needed for this role'),
  title: 'Organisation missing',
  detail: 'This role is held in an organisation.',
  remedy: 'Choose the organisation.',
}

function taken(pointer: string, message: string): RefusalText {
  return {
    status: 409,
    kind: 'already-exists',
    title: 'It exists already',
    detail: message,
    remedy: 'Use another, or open the one that exists.',
    errors: [{ pointer, message }],
  }
}

function badOrganisation(message: string) {
  return { status: 400, kind: 'invalid-request', errors: [{ pointer: '/organisationId', message }] }
}
