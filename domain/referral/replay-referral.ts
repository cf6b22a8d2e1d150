import type { CalendarDate } from '../identity/calendar-date.ts'
import { capacitiesOfRole } from './referral-actor.ts'
import type { ReferralEvent, ReferralMoved } from './referral-event.ts'
import { describeStatus, type ReferralStatus } from './referral-status.ts'
import { type Capacity, type ReferralTransition, transitionsFrom } from './referral-transition.ts'

/** Where a referral stands, told by its history alone. */
export interface ReferralState {
  readonly status: ReferralStatus
  /** The London date on which it entered the status. */
  readonly enteredOn: CalendarDate
  /** The status furthest along the way to enrolment that it has ever had. */
  readonly furthestStatus: ReferralStatus
  readonly createdOn: CalendarDate
  readonly sentOn: CalendarDate | null
  readonly consentedOn: CalendarDate | null
  readonly enrolledOn: CalendarDate | null
  /** Reason given on entering the present status. */
  readonly reason: string | null
  readonly eventCount: number
}

export type Replay =
  | { readonly kind: 'replayed'; readonly state: ReferralState }
  | { readonly kind: 'broken'; readonly message: string }

/** Replays a history, oldest event first. A history that no allowed walk could have written is `broken`, with its line. */
export function replayReferral(events: readonly ReferralEvent[]): Replay {
  const [first, ...rest] = events
  if (first?.kind !== 'created') return { kind: 'broken', message: 'The first event must be "created".' }
  let state = startOf(first.recordedOn)
  for (const event of rest) {
    const fault = faultOf(state, event)
    if (fault !== null) return { kind: 'broken', message: `Event ${state.eventCount + 1}: ${fault}` }
    if (event.kind === 'moved') state = afterMove(state, event)
  }
  return { kind: 'replayed', state }
}

function startOf(createdOn: CalendarDate): ReferralState {
  return {
    status: 'referral-draft',
    enteredOn: createdOn,
    furthestStatus: 'referral-draft',
    createdOn,
    sentOn: null,
    consentedOn: null,
    enrolledOn: null,
    reason: null,
    eventCount: 1,
  }
}

function faultOf(state: ReferralState, event: ReferralEvent): string | null {
  if (event.kind === 'created') return 'a referral is created once only.'
  if (event.from !== state.status) return `it leaves "${event.from}", but the referral was "${state.status}".`
  const transition = transitionsFrom(event.from).find(({ to }) => to === event.to)
  if (!transition) return `no allowed transition leads from "${event.from}" to "${event.to}".`
  if (!isByRightCapacity(transition, event)) return `"${event.to}" was recorded by somebody whose role cannot.`
  if (transition.needs !== null && event[transition.needs] === null) return `${transition.needs} is missing.`
  return null
}

function isByRightCapacity(transition: ReferralTransition, { actor }: ReferralMoved): boolean {
  const allowed: readonly Capacity[] = transition.by
  const capacities: readonly Capacity[] = actor.kind === 'software' ? ['software'] : capacitiesOfRole(actor.role)
  return capacities.some((capacity) => allowed.includes(capacity))
}

function afterMove(state: ReferralState, event: ReferralMoved): ReferralState {
  return {
    ...state,
    status: event.to,
    enteredOn: event.recordedOn,
    furthestStatus: further(state.furthestStatus, event.to),
    sentOn: event.to === 'sent' ? event.recordedOn : state.sentOn,
    consentedOn: event.consentedOn ?? state.consentedOn,
    enrolledOn: event.enrolledOn ?? state.enrolledOn,
    reason: event.reason,
    eventCount: state.eventCount + 1,
  }
}

function further(before: ReferralStatus, now: ReferralStatus): ReferralStatus {
  const orderNow = describeStatus(now).funnelOrder
  const orderBefore = describeStatus(before).funnelOrder
  return orderNow !== null && (orderBefore === null || orderNow > orderBefore) ? now : before
}
