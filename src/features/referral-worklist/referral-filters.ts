import * as v from 'valibot'
import type { operations } from '#api/schema.ts'
import { referralStatuses } from '#domain/referral/referral-status.ts'

/** The states of the clock, the most pressing first. */
export const clockStates = ['escalated', 'overdue', 'due', 'onTime', 'none'] as const

export const referralSorts = ['dueOn', 'sentOn', 'lastEvent'] as const

const id = v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined)

/** What the worklist shows, as it stands in the address. Nothing in it says who a patient is. */
export const referralFilters = v.object({
  scope: v.fallback(v.picklist(['mine', 'organisation']), 'organisation'),
  clock: v.fallback(v.array(v.picklist(clockStates)), []),
  status: v.fallback(v.array(v.picklist(referralStatuses.map(({ status }) => status))), []),
  /** Whether referrals that have ended are listed too. */
  closed: v.fallback(v.picklist(['no', 'yes']), 'no'),
  trialId: id,
  /** Whether only referrals are listed whose patient has died, wants no research or has a sensitive record. */
  minded: v.fallback(v.picklist(['no', 'yes']), 'no'),
  sort: v.fallback(v.picklist(referralSorts), 'dueOn'),
  after: id,
  before: id,
})

export type ReferralFilters = v.InferOutput<typeof referralFilters>

/** The first page again: every change of a filter goes back to it. */
export const fromFirstPage = { after: undefined, before: undefined } as const

type Query = NonNullable<operations['listReferrals']['parameters']['query']>

/** The filters as the API takes them: what asks for nothing is left out. */
export function toQuery({
  scope,
  clock,
  status,
  closed,
  trialId,
  minded,
  sort,
  after,
  before,
}: ReferralFilters): Query {
  return {
    scope,
    sort,
    ...(clock.length === 0 ? {} : { clock }),
    ...(status.length === 0 ? {} : { status }),
    ...(closed === 'yes' ? { closed: true } : {}),
    ...(trialId === undefined ? {} : { trialId }),
    ...(minded === 'yes' ? { minded: true } : {}),
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
  }
}
