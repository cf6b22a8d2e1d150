import type { components } from '#api/schema.ts'
import type { Refusal, TransitionCheck } from '#domain/referral/check-transition.ts'
import { Problem } from '../../http/problem.ts'

/** Somebody else changed the referral after it was read; `current` is what they left. */
export function conflict(current: components['schemas']['Referral']): Problem {
  return new Problem(
    412,
    'conflict',
    'Somebody else changed this referral',
    'The referral was changed after you opened it. Nothing of yours was saved.',
    'Compare your version with the one stored now, and make your change again where it still applies.',
    { current },
  )
}

export function liveReferral(referralId: string): Problem {
  return new Problem(
    409,
    'live-referral',
    'This patient already has a referral to this trial',
    'A patient has one live referral to a trial at a time, drafts included.',
    'Open the referral that there is. When it has ended, a new one can be made.',
    { referralId },
  )
}

export function trialNotOpen(): Problem {
  return new Problem(
    409,
    'trial-not-open',
    'This trial takes no referrals',
    'The trial is not known here, or none of its sites in this country is open to recruitment.',
    'Choose another trial from the candidates of the patient.',
  )
}

export function noReceivingSite(): Problem {
  return new Problem(
    409,
    'no-receiving-site',
    'No site of this trial takes referrals through this service',
    'Nobody at a site of this trial that is open uses this service, so the referral would not be read.',
    'Contact the site directly; the page of the trial lists the sites with their contacts.',
  )
}

export function notADraft(): Problem {
  return new Problem(
    409,
    'not-a-draft',
    'This referral is no longer a draft',
    'What is written in a referral stays as it is once the referral has been sent or cancelled.',
    'Open the referral to see where it stands.',
  )
}

export function sendByForm(): Problem {
  return new Problem(
    409,
    'move-not-allowed',
    'A referral is sent from its form',
    'Sending needs the site, the record to be shared and the agreement of the patient.',
    'Open the draft and send it from there.',
  )
}

export function siteCannotReceive(detail: string): Problem {
  return badField('/siteId', detail, 'Choose one of the sites that can receive referrals.')
}

export function recordChanged(): Problem {
  return new Problem(
    409,
    'record-changed',
    'The record has changed since you chose what to share',
    'An item that you hold back is no longer in the record; a corrected one may stand in its place.',
    'Open the draft again, look through what will be shared, and send it then.',
  )
}

export function takesNoDate(): Problem {
  return badField('/occurredOn', 'This step takes no date.', 'Leave the date out.')
}

function badField(pointer: string, message: string, remedy: string): Problem {
  return new Problem(400, 'invalid-request', 'Something in the form is not right', message, remedy, {
    errors: [{ pointer, message }],
  })
}

/** What the rules of referrals answer to a step that cannot be taken, as an answer to the request. */
export function refusalProblem(
  { refusal, message, remedy }: Extract<TransitionCheck, { kind: 'refused' }>,
  datePointer: string,
): Problem {
  const { status, kind, title, pointer = null } = refusals[refusal]
  const place = pointer === 'date' ? datePointer : pointer
  const errors = place === null ? {} : { errors: [{ pointer: place, message }] }
  return new Problem(status, kind, title, message, remedy, errors)
}

interface RefusalAnswer {
  readonly status: number
  readonly kind: string
  readonly title: string
  readonly pointer?: '/reasonCode' | '/agreement' | 'date'
}

const stepNotAllowed: RefusalAnswer = { status: 403, kind: 'not-allowed', title: 'You cannot take this step' }
const wrongReason: RefusalAnswer = {
  status: 400,
  kind: 'invalid-request',
  title: 'The reason is missing or not right',
  pointer: '/reasonCode',
}
const wrongDate: RefusalAnswer = {
  status: 400,
  kind: 'invalid-request',
  title: 'The date is missing or not right',
  pointer: 'date',
}

const refusals: Readonly<Record<Refusal, RefusalAnswer>> = {
  notAllowed: { status: 409, kind: 'move-not-allowed', title: 'This step does not follow' },
  wrongRole: stepNotAllowed,
  wrongOrganisation: stepNotAllowed,
  agreementMissing: {
    status: 409,
    kind: 'agreement-missing',
    title: 'The agreement of the patient is missing',
    pointer: '/agreement',
  },
  trialNotOpen: { status: 409, kind: 'trial-not-open', title: 'This trial takes no referrals' },
  reasonRequired: wrongReason,
  unknownReason: wrongReason,
  dateRequired: wrongDate,
  dateNotPossible: wrongDate,
}
