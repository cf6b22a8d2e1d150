import { badField, type RefusalText } from '../access/refusal-text.ts'
import type { CalendarDate } from '../identity/calendar-date.ts'
import { displayDate } from '../identity/date-words.ts'
import type { PatientWishes } from './patient-wishes.ts'
import { type ResearchWish, standingWishes } from './research-wish.ts'
import type { DeathRecord, NewResearchWish, SensitiveFlag, WishAct, WishWithdrawn } from './wish-event.ts'
import { alreadyRecorded, noDeathRecorded, wishEnded } from './wish-refusals.ts'

/** What is known of the patient when something is to be recorded. */
export interface WishSituation {
  readonly wishes: PatientWishes
  readonly bornOn: CalendarDate | null
  readonly diedOn: CalendarDate | null
  readonly asOf: CalendarDate
  readonly isKnownTrial: (trialId: string) => boolean
}

/** Why it cannot be recorded; `null` where it can. */
export function refuseWish(situation: WishSituation, act: WishAct): RefusalText | null {
  switch (act.kind) {
    case 'researchWish':
      return refuseResearchWish(situation, act)
    case 'researchWishWithdrawn':
      return refuseWithdrawal(situation, act)
    case 'optOutCheck':
      return refuseDay('checkedOn', act.checkedOn, situation)
    case 'sensitiveFlag':
      return refuseFlag(situation, act)
    case 'death':
      return refuseDeath(situation, act)
  }
}

function refuseResearchWish(situation: WishSituation, wish: NewResearchWish): RefusalText | null {
  const { scope, trialId, routes, statedOn, reviewOn } = wish
  const { asOf, isKnownTrial, wishes } = situation
  if (scope === 'trial' && (trialId === null || !isKnownTrial(trialId))) {
    return badField('/trialId', 'No trial that is known here is named.', 'Choose the trial from the list.')
  }
  if (scope !== 'trial' && trialId !== null) {
    return badField('/trialId', 'Only a wish about one trial names one.', 'Leave the trial out.')
  }
  if (scope === 'contact' && routes.length === 0) {
    return badField('/routes', 'No way of contact is named.', 'Choose letter, telephone or email, or several.')
  }
  if (scope !== 'contact' && routes.length > 0) {
    return badField('/routes', 'Only a wish about ways of contact names them.', 'Leave them out.')
  }
  const day = refuseDay('statedOn', statedOn, situation)
  if (day !== null) return day
  if (reviewOn !== null && reviewOn <= asOf) {
    return badField(
      '/reviewOn',
      `${displayDate(reviewOn)} is not after today.`,
      'Give a later day, or leave the day of review empty.',
    )
  }
  return standingWishes(wishes.research).some((held) => isSame(held, wish)) ? alreadyRecorded : null
}

/** The same wish twice would have to be withdrawn twice. */
function isSame(held: ResearchWish, { scope, trialId, routes }: NewResearchWish): boolean {
  return held.scope === scope && held.trialId === trialId && held.routes.toSorted().join() === routes.toSorted().join()
}

function refuseWithdrawal(situation: WishSituation, { wishId, withdrawnOn }: WishWithdrawn): RefusalText | null {
  const wish = situation.wishes.research.find((held) => held.wishId === wishId)
  if (wish === undefined || wish.withdrawal !== null) return wishEnded
  if (withdrawnOn < wish.statedOn) {
    return badField(
      '/withdrawnOn',
      `${displayDate(withdrawnOn)} is before the wish was stated, on ${displayDate(wish.statedOn)}.`,
      'Check the day: it cannot be withdrawn before it was stated.',
    )
  }
  return refuseDay('withdrawnOn', withdrawnOn, situation)
}

function refuseFlag({ wishes }: WishSituation, { isSensitive }: SensitiveFlag): RefusalText | null {
  return wishes.isSensitive === isSensitive ? alreadyRecorded : null
}

function refuseDeath(situation: WishSituation, { diedOn, reason }: DeathRecord): RefusalText | null {
  const held = situation.diedOn
  if (diedOn === null && held === null) return noDeathRecorded
  if (diedOn !== null && diedOn === held) return alreadyRecorded
  if (held !== null && reason === null) {
    return badField(
      '/reason',
      'What was recorded before is changed without a reason.',
      'Say what was wrong with it, in 10 letters or more.',
    )
  }
  return diedOn === null ? null : refuseDay('diedOn', diedOn, situation)
}

function refuseDay(
  name: string,
  day: CalendarDate,
  { asOf, bornOn }: Pick<WishSituation, 'asOf' | 'bornOn'>,
): RefusalText | null {
  if (day > asOf) return badField(`/${name}`, `${day} is in the future.`, 'Give today or an earlier day.')
  if (bornOn !== null && day < bornOn) {
    return badField(
      `/${name}`,
      `${displayDate(day)} is before the patient was born, on ${displayDate(bornOn)}.`,
      'Check the day and the patient.',
    )
  }
  return null
}
