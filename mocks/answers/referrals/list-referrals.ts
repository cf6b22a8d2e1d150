import type { components, operations } from '#api/schema.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { referralStatuses } from '#domain/referral/referral-status.ts'
import { isTerminal } from '#domain/referral/referral-transition.ts'
import type { Caller } from '../../http/caller.ts'
import { compareKeys } from '../../paging/compare-keys.ts'
import { type Listing, pageOf, totalOf } from '../../paging/page-of.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldReferral } from '../../state/held-referral.ts'
import { sumOf, waitingAt } from '../delegation/site-delegates.ts'
import { clockOf, isMinded, referralRow } from './referral-row.ts'
import { type ReferralViewer, viewerOf, visibleReferrals } from './referral-viewer.ts'

type Query = NonNullable<operations['listReferrals']['parameters']['query']>

const usualLimit = 25

/** A page of the worklist of the caller's organisation, with what each status and each clock would leave. */
export function listReferrals(
  state: DemonstrationState,
  caller: Caller,
  { query, asOf }: { readonly query: Query; readonly asOf: CalendarDate },
): components['schemas']['ReferralPage'] {
  const viewer = viewerOf(caller)
  const rows = matching(state, viewer, query, asOf)
  // A status chosen by name lists its referrals, ended or not, so all of them are counted.
  const beforeStatus = matching(state, viewer, { ...query, status: [], closed: true }, asOf)
  const beforeClock = matching(state, viewer, { ...query, clock: [] }, asOf)
  const { after, before, limit = usualLimit, sort = 'dueOn' } = query
  const listing: Listing<HeldReferral> = {
    rows,
    find: (id) => state.referrals.get(id),
    idOf: ({ referralId }) => referralId,
    compare: comparisons[sort],
  }
  const page = pageOf(listing, { after, before, limit })
  return {
    items: page.items.map((referral) => referralRow(state, referral, viewer.side, asOf)),
    total: totalOf(rows),
    counts: {
      status: referralStatuses.map(({ status }) => ({
        value: status,
        count: beforeStatus.filter((referral) => referral.status === status).length,
      })),
      clock: clockStates.map((value) => ({
        value,
        count: beforeClock.filter((referral) => clockOf(referral, asOf).state === value).length,
      })),
    },
    waitingForDelegate: viewer.side === 'site' ? sumOf(waitingAt(state, viewer.organisationId, asOf)) : null,
    next: page.next,
    previous: page.previous,
  }
}

const clockStates = ['escalated', 'overdue', 'due', 'onTime', 'none'] as const

function matching(
  state: DemonstrationState,
  viewer: ReferralViewer,
  { scope, status = [], clock = [], closed, trialId, minded }: Query,
  asOf: CalendarDate,
): readonly HeldReferral[] {
  // A site has no share of its own and sees all of its referrals.
  const isMine = scope === 'mine' && viewer.side === 'referrer'
  return visibleReferrals(state, viewer).filter(
    (referral) =>
      (!isMine || referral.referrerAccountId === viewer.accountId) &&
      (status.length === 0 || status.includes(referral.status)) &&
      (clock.length === 0 || clock.includes(clockOf(referral, asOf).state)) &&
      (closed === true || status.length > 0 || !isTerminal(referral.status)) &&
      (trialId === undefined || referral.trialId === trialId) &&
      (minded !== true || isMinded(state, referral, viewer.side)),
  )
}

/** Due first, then sent last, then changed last. What has no date stands at the end. */
const comparisons: Readonly<Record<NonNullable<Query['sort']>, (a: HeldReferral, b: HeldReferral) => number>> = {
  dueOn: (a, b) => compareKeys(dueOn(a), dueOn(b)) || compareKeys(a.referralId, b.referralId),
  sentOn: (a, b) => compareKeys(b.sentOn ?? '', a.sentOn ?? '') || compareKeys(b.referralId, a.referralId),
  lastEvent: (a, b) => compareKeys(b.lastEventAt, a.lastEventAt) || compareKeys(b.referralId, a.referralId),
}

/** Does not depend on the day it is asked on. */
function dueOn(referral: HeldReferral): CalendarDate {
  return clockOf(referral, referral.enteredOn).dueOn ?? '9999-12-31'
}
