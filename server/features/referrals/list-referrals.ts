import { referralStatuses } from '#domain/referral/referral-status.ts'
import { countWaiting, sumOf } from '../../delegation-rows/delegation-log-repository.ts'
import type { Operation } from '../../plugins/operation.ts'
import type { ClockStateWord } from '../../referral-rows/clock-state-repository.ts'
import { readReferralRows } from '../../referral-rows/referral-row-repository.ts'
import { countReferrals, countTotal, listReferralIds } from './referral-list-repository.ts'
import { viewerOf } from './referral-policy.ts'

const usualLimit = 25

/** A page of the worklist of the caller's organisation, with what each status and each clock would leave. */
export const listReferrals: Operation<'listReferrals'> = async ({ trx, caller, asOf, query, audit }) => {
  const viewer = viewerOf(caller)
  const filters = {
    isMine: query.scope === 'mine',
    statuses: query.status ?? [],
    clocks: query.clock ?? [],
    includesEnded: query.closed ?? false,
    trialId: query.trialId ?? null,
    isMinded: query.minded ?? false,
  }
  const { after, before } = query
  const request = { after, before, limit: query.limit ?? usualLimit, sort: query.sort ?? ('dueOn' as const) }
  const page = await listReferralIds(trx, { viewer, asOf, filters, request })
  const counts = await countReferrals(trx, { viewer, asOf, filters })
  audit.referrals(page.items)
  return {
    body: {
      items: await readReferralRows(trx, { referralIds: page.items, side: viewer.side, asOf }),
      total: await countTotal(trx, { viewer, asOf, filters }),
      counts: {
        status: referralStatuses.map(({ status }) => ({ value: status, count: counts.status.get(status) ?? 0 })),
        clock: clockStates.map((state) => ({ value: state, count: counts.clock.get(state) ?? 0 })),
      },
      waitingForDelegate: viewer.side === 'site' ? sumOf(await countWaiting(trx, viewer.organisationId, asOf)) : null,
      next: page.next,
      previous: page.previous,
    },
  }
}

const clockStates: readonly ClockStateWord[] = ['escalated', 'overdue', 'due', 'onTime', 'none']
