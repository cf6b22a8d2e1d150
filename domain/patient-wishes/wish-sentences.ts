import { displayDate } from '../identity/date-words.ts'
import type { ReferralNotice } from './referral-notice.ts'
import type { ContactRoute, ResearchWish, WishTeller } from './research-wish.ts'
import type { WishAct } from './wish-event.ts'

export const contactRouteLabels: Readonly<Record<ContactRoute, string>> = {
  letter: 'Letter',
  telephone: 'Telephone',
  email: 'Email',
}

export const wishTellerLabels: Readonly<Record<WishTeller, string>> = {
  patient: 'The patient',
  relative: 'A relative or carer',
  gp: 'The GP',
}

/** What the patient does not want, without the day: "Does not want to hear about research by telephone". */
export function wishText({ scope, routes }: Pick<ResearchWish, 'scope' | 'routes'>, trialTitle: string | null): string {
  if (scope === 'trial') return `Does not want to hear about the trial ${trialTitle ?? 'that is named'}`
  if (scope === 'contact') return `Does not want to hear about research by ${routesText(routes)}`
  return 'Does not want to hear about research'
}

/** With the days: "Does not want to hear about research since 12-Nov-2026, review 12-Nov-2027". */
export function wishSentence(
  wish: Pick<ResearchWish, 'scope' | 'routes' | 'statedOn' | 'reviewOn'>,
  trialTitle: string | null,
): string {
  const review = wish.reviewOn === null ? 'no day of review' : `review ${displayDate(wish.reviewOn)}`
  return `${wishText(wish, trialTitle)} since ${displayDate(wish.statedOn)}, ${review}`
}

/** A line of the history. */
export function wishActText(act: WishAct, about: (wishId: string) => string, trialTitle: string | null): string {
  switch (act.kind) {
    case 'researchWish':
      return `${wishSentence(act, trialTitle)}. ${toldText(act.toldBy)}`
    case 'researchWishWithdrawn':
      return `Withdrawn on ${displayDate(act.withdrawnOn)}: ${about(act.wishId)}. ${toldText(act.toldBy)}`
    case 'optOutCheck':
      return `National data opt-out looked up on ${displayDate(act.checkedOn)}: ${act.isOptedOut ? 'opted out' : 'not opted out'}`
    case 'sensitiveFlag':
      return `${act.isSensitive ? 'Sensitive flag set' : 'Sensitive flag taken away'}: ${act.reason}`
    case 'death': {
      const text = act.diedOn === null ? 'Record of death taken back' : `Died on ${displayDate(act.diedOn)}`
      return act.reason === null ? text : `${text}: ${act.reason}`
    }
  }
}

/** What both ends of a referral are told, and what to do. */
export function noticeText({ kind, since, routes }: ReferralNotice): string {
  switch (kind) {
    case 'died':
      return `The patient died on ${displayDate(since)}. Contact nobody about this trial. Whoever looks after the referral ends it, with the reason “Died”.`
    case 'noResearch':
      return `Since ${displayDate(since)} the patient does not want to hear about this trial. Do not contact the patient about it. Whoever looks after the patient can ask whether to go on.`
    case 'noContact':
      return `Since ${displayDate(since)} the patient does not want to hear about research by ${routesText(routes)}. Use another way.`
    case 'sensitive':
      return `Since ${displayDate(since)} the record is sensitive. Tell nobody outside the patient’s team where the patient lives or is treated.`
  }
}

function toldText(toldBy: WishTeller): string {
  return `Told by: ${wishTellerLabels[toldBy].toLowerCase().replace('the gp', 'the GP')}`
}

function routesText(routes: readonly ContactRoute[]): string {
  const names = routes.map((route) => contactRouteLabels[route].toLowerCase())
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`
}
