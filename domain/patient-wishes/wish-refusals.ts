import type { RefusalText } from '../access/refusal-text.ts'

/* What somebody is told whose record of a wish, or whose referral against one, is refused. */

/** Somebody else recorded something after the page was read. */
export const wishesChanged: RefusalText = {
  status: 412,
  kind: 'conflict',
  title: 'Somebody else recorded a wish of this patient',
  detail: 'The wishes of the patient were changed after you opened the page. Nothing of yours was saved.',
  remedy: 'Read what is recorded now. What you typed is still in the form: send it again where it still applies.',
}

export const alreadyRecorded: RefusalText = {
  status: 409,
  kind: 'already-recorded',
  title: 'This is recorded already',
  detail: 'The record says the same already, so nothing was added.',
  remedy: 'Read what is recorded. Withdraw or correct that, where it is not right.',
}

export const wishEnded: RefusalText = {
  status: 409,
  kind: 'wish-ended',
  title: 'This wish does not hold any more',
  detail: 'The wish was withdrawn already, or is not one of this patient.',
  remedy: 'Load the page again to see which wishes hold now.',
}

export const noDeathRecorded: RefusalText = {
  status: 409,
  kind: 'no-death-recorded',
  title: 'No death is recorded',
  detail: 'There is nothing to take back: the record does not say that the patient has died.',
  remedy: 'Load the page again.',
}

/** A referral that must not be begun or sent. */
export const refusesThisTrial: RefusalText = {
  status: 409,
  kind: 'research-wish',
  title: 'The patient does not want to hear about this trial',
  detail: 'A wish not to hear about research, or about this trial, is recorded and holds. Nothing was sent.',
  remedy:
    'Ask the patient. If the wish has changed, withdraw it under “Wishes and consent” in the record; if not, cancel the draft.',
}

export const patientHasDied: RefusalText = {
  status: 409,
  kind: 'patient-died',
  title: 'The patient has died',
  detail: 'A death is recorded, so no referral can be begun or sent.',
  remedy: 'Cancel the draft. If the record is wrong, correct the death under “Wishes and consent” in the record.',
}
