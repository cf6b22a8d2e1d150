import type { CalendarDate } from '../identity/calendar-date.ts'
import type { ContactRoute, WishScope, WishTeller } from './research-wish.ts'

/** One line of the history of a patient's wishes. Lines are only added; what is no longer so is said by a later one. */
export type WishEvent = WishAct & {
  readonly eventId: string
  readonly recordedBy: string
  /** ISO 8601 instant. */
  readonly recordedAt: string
}

/** What somebody records. The names of the fields are those of the forms, so that a refusal can point at them. */
export type WishAct = NewResearchWish | WishWithdrawn | OptOutCheck | SensitiveFlag | DeathRecord

export interface NewResearchWish {
  readonly kind: 'researchWish'
  readonly scope: WishScope
  readonly trialId: string | null
  readonly routes: readonly ContactRoute[]
  readonly statedOn: CalendarDate
  readonly toldBy: WishTeller
  readonly reviewOn: CalendarDate | null
}

export interface WishWithdrawn {
  readonly kind: 'researchWishWithdrawn'
  readonly wishId: string
  readonly withdrawnOn: CalendarDate
  readonly toldBy: WishTeller
}

/** What the national service said of the patient's data opt-out when somebody looked. */
export interface OptOutCheck {
  readonly kind: 'optOutCheck'
  readonly isOptedOut: boolean
  readonly checkedOn: CalendarDate
}

/** The national flag of a sensitive record: where the patient lives is shown to nobody. */
export interface SensitiveFlag {
  readonly kind: 'sensitiveFlag'
  readonly isSensitive: boolean
  readonly reason: string
}

export interface DeathRecord {
  readonly kind: 'death'
  /** `null`: what was recorded before was wrong, and the patient lives. */
  readonly diedOn: CalendarDate | null
  /** Why what was recorded before is corrected; `null` for a first record. */
  readonly reason: string | null
}
