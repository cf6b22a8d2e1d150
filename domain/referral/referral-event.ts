import type { CalendarDate } from '../identity/calendar-date.ts'
import type { ReferralActor } from './referral-actor.ts'
import type { ReferralStatus } from './referral-status.ts'

/** One line of a referral's history. Lines are only ever added. */
export type ReferralEvent = ReferralCreated | ReferralMoved

interface ReferralEventBase {
  readonly actor: ReferralActor
  /** The London date on which it was recorded; the clock of the new status starts here. */
  readonly recordedOn: CalendarDate
  /** ISO 8601 instant. */
  readonly recordedAt: string
}

/** A referrer began a draft. */
export interface ReferralCreated extends ReferralEventBase {
  readonly kind: 'created'
}

export interface ReferralMoved extends ReferralEventBase {
  readonly kind: 'moved'
  readonly from: ReferralStatus
  readonly to: ReferralStatus
  /** Coded reason where the status takes one. */
  readonly reason: string | null
  readonly otherReasons: readonly string[]
  /** Free text without anything that identifies a person; null where nothing was written. */
  readonly note: string | null
  /** Given with the step to consented; null otherwise. */
  readonly consentedOn: CalendarDate | null
  /** Given with the step to enrolled; null otherwise. */
  readonly enrolledOn: CalendarDate | null
}
