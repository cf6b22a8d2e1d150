import { type CareRole, careRoleLabel } from './care-role.ts'
import { type StandingLine, standingSince } from './delegation-refusals.ts'
import { badField, type RefusalText } from './refusal-text.ts'

/* What somebody is told whose naming of a person on a patient, or whose ending of it, is refused. */

export const namesNobody: RefusalText = {
  status: 403,
  kind: 'not-allowed',
  title: 'You cannot name people for this patient',
  detail:
    'People are named by members of the patient’s team, and by the information officer where no team looks after the patient yet. Nothing was saved.',
  remedy: 'Ask a member of the team. Who they are is under "Who can open this record".',
}

export const notForYouToEnd: RefusalText = {
  status: 403,
  kind: 'not-allowed',
  title: 'You cannot end this role',
  detail: 'It is ended by a member of the patient’s team, or by the person who is named. Nothing was saved.',
  remedy: 'Ask one of them to end it.',
}

export const noClinicianHere: RefusalText = badField(
  '/accountId',
  'is no clinician of your organisation',
  'Choose somebody from the list.',
)

export function notForClinician(careRole: CareRole): RefusalText {
  const message = `"${careRoleLabel(careRole)}" is not for somebody with this role in the organisation.`
  return badField('/careRole', message, 'Choose another role, or another person.')
}

export const beginsInPast: RefusalText = badField(
  '/startsOn',
  'The first day has passed. Nobody is named after the event.',
  'Give today or a later day.',
)

export const coverWithoutEnd: RefusalText = badField(
  '/endsOn',
  'Cover has a last day, so that it does not go on unnoticed.',
  'Give the last day of the cover. It can be named again for longer.',
)

export function alreadyNamed(careRole: CareRole, line: StandingLine): RefusalText {
  const message = `This person is named as "${careRoleLabel(careRole)}" already, ${standingSince(line)}.`
  return {
    status: 409,
    kind: 'already-exists',
    title: 'The person is named already',
    detail: message,
    remedy: line.endsOn === null ? 'End the role that there is first.' : 'Give days after the role that there is.',
    errors: [{ pointer: '/careRole', message }],
  }
}

export const roleEnded: RefusalText = {
  status: 409,
  kind: 'conflict',
  title: 'It has ended already',
  detail: 'The role has run out, or somebody has ended it since you opened the list. Nothing of yours was saved.',
  remedy: 'Load the list again to see how it stands.',
}
