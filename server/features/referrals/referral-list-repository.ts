import { type SqlBool, sql } from 'kysely'
import type { components } from '#api/schema.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { ReferralStatus } from '#domain/referral/referral-status.ts'
import { anchorOf, isBackward, type KeysetPage, keysetPage, type PageRequest } from '../../paging/keyset-page.ts'
import type { Trx } from '../../plugins/operation.ts'
import { type ClockStateWord, clockStateOn } from '../../referral-rows/clock-state-repository.ts'
import type { ReferralViewer } from '../../referral-rows/referral-viewer.ts'
import { endedStatuses, isMinded, visibleReferrals } from '../../referral-rows/visible-referrals-repository.ts'

export interface ReferralFilters {
  /** Only those that the viewer began; a site has no such share of its own and sees all of its referrals. */
  readonly isMine: boolean
  /** Empty for every status. */
  readonly statuses: readonly ReferralStatus[]
  /** Empty for every state of the clock. */
  readonly clocks: readonly ClockStateWord[]
  /** Statuses that are asked for by name are listed whether they are ended ones or not. */
  readonly includesEnded: boolean
  readonly trialId: string | null
  /** Only those whose patient has something to mind. */
  readonly isMinded: boolean
}

export interface ReferralListQuery {
  readonly viewer: ReferralViewer
  readonly asOf: CalendarDate
  readonly filters: ReferralFilters
}

export type ReferralSort = 'dueOn' | 'sentOn' | 'lastEvent'

const mostCounted = 1000

/** One page of identifiers by keyset: nothing is skipped or shown twice while referrals move on. */
export async function listReferralIds(
  trx: Trx,
  query: ReferralListQuery & { readonly request: PageRequest & { readonly sort: ReferralSort } },
): Promise<KeysetPage<string>> {
  const { request } = query
  const { key, isAscending } = sortKeys[request.sort]
  const isUpward = isAscending !== isBackward(request)
  const anchor = anchorOf(request)
  const rows = await matching(trx, query)
    .select('referral.referral_id')
    .$if(anchor !== null, (builder) =>
      builder.where(
        sql<SqlBool>`(${key}, referral.referral_id) ${sql.raw(isUpward ? '>' : '<')} (
          select ${key}, referral.referral_id from referral where referral.referral_id = ${anchor})`,
      ),
    )
    .orderBy(key, isUpward ? 'asc' : 'desc')
    .orderBy('referral.referral_id', isUpward ? 'asc' : 'desc')
    .limit(request.limit + 1)
    .execute()
  const ids = rows.map(({ referral_id }) => referral_id)
  return keysetPage(ids, request, (id) => id)
}

/** Due first, then sent last, then changed last. What has no date stands at the end. */
const sortKeys = {
  dueOn: { key: sql`coalesce(referral.due_on, 'infinity')`, isAscending: true },
  sentOn: { key: sql`coalesce(referral.sent_on, '-infinity')`, isAscending: false },
  lastEvent: { key: sql`referral.last_event_at`, isAscending: false },
} as const

/** How many referrals the filters leave, counted to a thousand. */
export async function countTotal(trx: Trx, query: ReferralListQuery): Promise<components['schemas']['Total']> {
  const found = matching(trx, query)
    .select('referral.referral_id')
    .limit(mostCounted + 1)
  const { count } = await trx
    .selectFrom(found.as('found'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return { count: Math.min(count, mostCounted), isCapped: count > mostCounted }
}

/**
 * How many referrals each value of a filter would leave. A filter does not narrow its own values, and an ended status
 * would list its referrals by being chosen, so those are counted too.
 */
export async function countReferrals(
  trx: Trx,
  query: ReferralListQuery,
): Promise<{ status: ReadonlyMap<ReferralStatus, number>; clock: ReadonlyMap<ClockStateWord, number> }> {
  const { filters, asOf } = query
  const byStatus = await matching(trx, { ...query, filters: { ...filters, statuses: [], includesEnded: true } })
    .select(['referral.status', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('referral.status')
    .execute()
  const clocks = matching(trx, { ...query, filters: { ...filters, clocks: [] } }).select(clockStateOn(asOf).as('clock'))
  const byClock = await trx
    .selectFrom(clocks.as('referral'))
    .select(['clock', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('clock')
    .execute()
  return {
    status: new Map(byStatus.map(({ status, count }) => [status, count])),
    clock: new Map(byClock.map(({ clock, count }) => [clock, count])),
  }
}

function matching(trx: Trx, { viewer, asOf, filters }: ReferralListQuery) {
  const { isMine, statuses, clocks, includesEnded, trialId, isMinded: isMindedOnly } = filters
  return visibleReferrals(trx, viewer)
    .$if(isMine && viewer.side === 'referrer', (query) =>
      query.where('referral.referrer_account_id', '=', viewer.accountId),
    )
    .$if(statuses.length > 0, (query) => query.where('referral.status', 'in', [...statuses]))
    .$if(clocks.length > 0, (query) => query.where(clockStateOn(asOf), 'in', [...clocks]))
    .$if(!includesEnded && statuses.length === 0, (query) =>
      query.where('referral.status', 'not in', [...endedStatuses]),
    )
    .$if(trialId !== null, (query) => query.where('referral.trial_id', '=', trialId))
    .$if(isMindedOnly, (query) => query.where(isMinded))
}
