import type { CalendarDate } from '../identity/calendar-date.ts'

/** What a patient does not want to hear of: research at all, one trial, or research by some route of contact. */
export type WishScope = 'all' | 'trial' | 'contact'

export const contactRoutes = ['letter', 'telephone', 'email'] as const
export type ContactRoute = (typeof contactRoutes)[number]

export const wishTellers = ['patient', 'relative', 'gp'] as const
/** Who said so. */
export type WishTeller = (typeof wishTellers)[number]

/** A wish not to hear about research, and how it ended, if it did. Neither is ever changed or taken away. */
export interface ResearchWish {
  readonly wishId: string
  readonly scope: WishScope
  /** Of a wish about one trial; `null` for any other. */
  readonly trialId: string | null
  /** Of a wish about routes of contact; empty for any other. */
  readonly routes: readonly ContactRoute[]
  readonly statedOn: CalendarDate
  readonly toldBy: WishTeller
  /** From this day on somebody is asked to talk with the patient again; until they have, the wish holds. */
  readonly reviewOn: CalendarDate | null
  readonly recordedBy: string
  /** ISO 8601 instant. */
  readonly recordedAt: string
  readonly withdrawal: WishWithdrawal | null
}

export interface WishWithdrawal {
  readonly withdrawnOn: CalendarDate
  readonly toldBy: WishTeller
  readonly recordedBy: string
  readonly recordedAt: string
}

/** The trials that must not be offered. A wish about routes of contact closes none. */
export interface ResearchRefusals {
  readonly all: boolean
  readonly trialIds: readonly string[]
}

export const nothingRefused: ResearchRefusals = { all: false, trialIds: [] }

/** Those that hold. The day of review ends none: only the patient does. */
export function standingWishes(wishes: readonly ResearchWish[]): readonly ResearchWish[] {
  return wishes.filter(({ withdrawal }) => withdrawal === null)
}

export function researchRefusals(wishes: readonly ResearchWish[]): ResearchRefusals {
  const standing = standingWishes(wishes)
  return {
    all: standing.some(({ scope }) => scope === 'all'),
    trialIds: [...new Set(standing.flatMap(({ trialId }) => trialId ?? []))].sort(),
  }
}

/** Whether the patient may be told of a trial. It says nothing of whether the trial fits. */
export function mayBeOffered({ all, trialIds }: ResearchRefusals, trialId: string): boolean {
  return !all && !trialIds.includes(trialId)
}

/** From the day of review on, that day included. */
export function isReviewDue({ reviewOn }: Pick<ResearchWish, 'reviewOn'>, on: CalendarDate): boolean {
  return reviewOn !== null && reviewOn <= on
}

/** The wishes as they were known at an instant, that instant included. */
export function wishesKnownAt(wishes: readonly ResearchWish[], limit: number): readonly ResearchWish[] {
  const isKnown = ({ recordedAt }: { readonly recordedAt: string }) => Date.parse(recordedAt) <= limit
  return wishes
    .filter(isKnown)
    .map((wish) => ({ ...wish, withdrawal: wish.withdrawal && isKnown(wish.withdrawal) ? wish.withdrawal : null }))
}
