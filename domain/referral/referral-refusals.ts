import { badField, type RefusalText } from '../access/refusal-text.ts'

/* What somebody is told whose change to a referral is refused for a reason other than the step itself. */

/** Somebody else changed the referral after it was read. */
export const conflict: RefusalText = {
  status: 412,
  kind: 'conflict',
  title: 'Somebody else changed this referral',
  detail: 'The referral was changed after you opened it. Nothing of yours was saved.',
  remedy: 'Compare your version with the one stored now, and make your change again where it still applies.',
}

export const liveReferral: RefusalText = {
  status: 409,
  kind: 'live-referral',
  title: 'This patient already has a referral to this trial',
  detail: 'A patient has one live referral to a trial at a time, drafts included.',
  remedy: 'Open the referral that there is. When it has ended, a new one can be made.',
}

export const trialNotOpen: RefusalText = {
  status: 409,
  kind: 'trial-not-open',
  title: 'This trial takes no referrals',
  detail: 'The trial is not known here, or none of its sites that patients are referred to is open to recruitment.',
  remedy: 'Choose another trial from the candidates of the patient.',
}

export const noReceivingSite: RefusalText = {
  status: 409,
  kind: 'no-receiving-site',
  title: 'No site of this trial takes referrals through this service',
  detail: 'Nobody at a site of this trial that is open uses this service, so the referral would not be read.',
  remedy: 'Contact the site directly; the page of the trial lists the sites with their contacts.',
}

export const notADraft: RefusalText = {
  status: 409,
  kind: 'not-a-draft',
  title: 'This referral is no longer a draft',
  detail: 'What is written in a referral stays as it is once the referral has been sent or cancelled.',
  remedy: 'Open the referral to see where it stands.',
}

export const sendByForm: RefusalText = {
  status: 409,
  kind: 'move-not-allowed',
  title: 'A referral is sent from its form',
  detail: 'Sending needs the site, the record to be shared and the agreement of the patient.',
  remedy: 'Open the draft and send it from there.',
}

export const recordChanged: RefusalText = {
  status: 409,
  kind: 'record-changed',
  title: 'The record has changed since you chose what to share',
  detail: 'An item that you hold back is no longer in the record; a corrected one may stand in its place.',
  remedy: 'Open the draft again, look through what will be shared, and send it then.',
}

export const siteNotOfTrial = badSite('The site chosen is not a site of this trial.')

export const siteCannotReceive = badSite(
  'Nobody at the site chosen uses this service, so the referral would not be read.',
)

export const takesNoDate = badField('/occurredOn', 'This step takes no date.', 'Leave the date out.')

function badSite(message: string): RefusalText {
  return badField('/siteId', message, 'Choose one of the sites that can receive referrals.')
}
