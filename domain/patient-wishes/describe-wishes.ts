import type { CalendarDate } from '../identity/calendar-date.ts'
import { type PatientWishes, patientWishes } from './patient-wishes.ts'
import { isReviewDue, type ResearchWish, standingWishes, type WishWithdrawal } from './research-wish.ts'
import type { WishEvent } from './wish-event.ts'
import { wishActText, wishText } from './wish-sentences.ts'

/** Named after the contract's schemas, field for field. */
export interface DescribedWish extends Omit<ResearchWish, 'trialId' | 'routes' | 'withdrawal'> {
  readonly trial: NamedTrial | null
  readonly routes: ResearchWish['routes'][number][]
  readonly isReviewDue: boolean
  readonly withdrawal: WishWithdrawal | null
}

export interface DescribedWishes extends Pick<PatientWishes, 'version' | 'optOut' | 'isSensitive'> {
  readonly researchWishes: DescribedWish[]
  readonly diedOn: CalendarDate | null
  /** Newest first. */
  readonly history: { eventId: string; text: string; recordedBy: string; recordedAt: string }[]
}

export interface NamedTrial {
  readonly trialId: string
  readonly registryId: string
  readonly title: string
}

export type TrialNamed = (trialId: string) => NamedTrial | null

export interface WishesToDescribe {
  readonly events: readonly WishEvent[]
  readonly diedOn: CalendarDate | null
  readonly asOf: CalendarDate
  readonly trialNamed: TrialNamed
}

/** Everything recorded of what a patient wants, as a page shows it. */
export function describeWishes({ events, diedOn, asOf, trialNamed }: WishesToDescribe): DescribedWishes {
  const { version, research, optOut, isSensitive } = patientWishes(events)
  const titleOf = (trialId: string | null) => (trialId === null ? null : (trialNamed(trialId)?.title ?? null))
  const about = (wishId: string) => {
    const wish = research.find((each) => each.wishId === wishId)
    return wish === undefined ? 'a wish' : wishText(wish, titleOf(wish.trialId))
  }
  return {
    version,
    researchWishes: research.map((wish) => describeWish(wish, asOf, trialNamed)),
    optOut,
    isSensitive,
    diedOn,
    history: events.toReversed().map((event) => ({
      eventId: event.eventId,
      text: wishActText(event, about, event.kind === 'researchWish' ? titleOf(event.trialId) : null),
      recordedBy: event.recordedBy,
      recordedAt: event.recordedAt,
    })),
  }
}

/** The wishes that hold, for the top of the record. */
export function describeStandingWishes(
  wishes: readonly ResearchWish[],
  asOf: CalendarDate,
  trialNamed: TrialNamed,
): DescribedWish[] {
  return standingWishes(wishes).map((wish) => describeWish(wish, asOf, trialNamed))
}

function describeWish(
  { trialId, routes, ...wish }: ResearchWish,
  asOf: CalendarDate,
  trialNamed: TrialNamed,
): DescribedWish {
  return {
    ...wish,
    routes: [...routes],
    trial: trialId === null ? null : trialNamed(trialId),
    isReviewDue: isReviewDue(wish, asOf),
  }
}
