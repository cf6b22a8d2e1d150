import type { RefusalText } from './refusal-text.ts'

/* What somebody is told about a clinical team, or an opening of a record, that cannot be made. */

export function teamNameTaken(name: string): RefusalText {
  const message = `Your organisation has a team called ${name} already.`
  return {
    status: 409,
    kind: 'already-exists',
    title: 'It exists already',
    detail: message,
    remedy: 'Use another name, or add members to the team that exists.',
    errors: [{ pointer: '/name', message }],
  }
}

export const notAClinician: RefusalText = {
  status: 400,
  kind: 'invalid-request',
  title: 'Not a clinician here',
  detail: 'A member of a clinical team is an oncologist or a specialist nurse of the same organisation.',
  remedy: 'Choose somebody from the list.',
  errors: [{ pointer: '/accountId', message: 'is no clinician of your organisation' }],
}

export const unknownTeam: RefusalText = {
  status: 400,
  kind: 'invalid-request',
  title: 'Unknown team',
  detail: 'The team chosen is not one of your organisation.',
  remedy: 'Choose one from the list.',
  errors: [{ pointer: '/teamId', message: 'is no team of your organisation' }],
}

export const teamChanged: RefusalText = {
  status: 409,
  kind: 'conflict',
  title: 'The team has changed',
  detail: 'The patient is in the care of another team than when you looked, or is not one whom you may hand over.',
  remedy: 'Load the page again to see who looks after the patient now.',
}

export const noPatientToOpen: RefusalText = {
  status: 404,
  kind: 'not-found',
  title: 'Not found',
  detail: 'No patient of your organisation has this NHS number and this date of birth.',
  remedy: 'Check both against the patient’s papers. A patient of another organisation cannot be opened from here.',
  errors: [
    { pointer: '/nhsNumber', message: 'belongs to no patient of your organisation with this date of birth' },
    { pointer: '/bornOn', message: 'belongs to no patient of your organisation with this NHS number' },
  ],
}

/** @param message what is wrong with the number */
export function nhsNumberNotValid(message: string): RefusalText {
  return {
    status: 400,
    kind: 'invalid-request',
    title: 'Not an NHS number',
    detail: message,
    remedy: 'Type it again from the patient’s papers.',
    errors: [{ pointer: '/nhsNumber', message }],
  }
}

export const alreadyReviewed: RefusalText = {
  status: 409,
  kind: 'conflict',
  title: 'Reviewed already',
  detail: 'Somebody has reviewed this access since you opened the list.',
  remedy: 'Load the list again to read what was said.',
}
