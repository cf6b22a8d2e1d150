import { sql } from 'kysely'
import { type Delegate, delegatesOn, type NamedLine, type TrialAtSite } from '#domain/access/delegation.ts'
import { siteRoles } from '#domain/access/duty.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { withCounts } from '../patient-rows/with-counts-repository.ts'
import type { Trx } from '../plugins/operation.ts'
import { endedStatuses } from '../referral-rows/visible-referrals-repository.ts'

export interface StoredLine extends NamedLine {
  readonly entryId: string
  readonly trialId: string
  readonly enteredAt: Date
  readonly enteredBy: string
  readonly endedBy: string | null
  readonly endReason: string | null
}

/** The lines of the logs of a site, of all of its trials or of one, the latest entered first. */
export async function readLines(
  trx: Trx,
  { organisationId, trialId }: { readonly organisationId: string; readonly trialId?: string },
): Promise<StoredLine[]> {
  const rows = await trx
    .selectFrom('delegation')
    .innerJoin('account', 'account.account_id', 'delegation.account_id')
    .select(['entry_id as entryId', 'trial_id as trialId', 'delegation.account_id as accountId', 'duty'])
    .select(['account.name', 'account.role', 'account.is_active', 'account.organisation_id as worksFor'])
    .select(['starts_on as startsOn', 'ends_on as endsOn', 'ended_on as endedOn'])
    .select(['entered_at as enteredAt', 'entered_by_name as enteredBy'])
    .select(['ended_by_name as endedBy', 'end_reason as endReason'])
    .where('delegation.organisation_id', '=', organisationId)
    .$if(trialId !== undefined, (query) => query.where('trial_id', '=', trialId ?? ''))
    .orderBy('entered_at', 'desc')
    .orderBy(sql`account.name collate "und-x-icu"`)
    .orderBy('duty')
    .orderBy('entry_id')
    .execute()
  return rows.map(({ is_active, worksFor, ...line }) => ({
    ...line,
    isAtSite: is_active && worksFor === organisationId && siteRoles.some((role) => role === line.role),
  }))
}

/** Whoever can act on a trial at a site today, in the order of their names. */
export async function readDelegates(
  trx: Trx,
  { organisationId, trialId }: TrialAtSite,
  asOf: CalendarDate,
): Promise<Delegate[]> {
  return delegatesOn(await readLines(trx, { organisationId, trialId }), asOf)
}

/** How many referrals to a site are under way, by trial, for the trials on which nobody can act. */
export async function countWaiting(
  trx: Trx,
  organisationId: string,
  asOf: CalendarDate,
): Promise<ReadonlyMap<string, number>> {
  const lines = Map.groupBy(await readLines(trx, { organisationId }), ({ trialId }) => trialId)
  const received = await withCounts(trx, () => countReceived(trx, organisationId))
  return new Map(received.filter(([trialId]) => delegatesOn(lines.get(trialId) ?? [], asOf).length === 0))
}

async function countReceived(trx: Trx, organisationId: string): Promise<(readonly [string, number])[]> {
  const rows = await trx
    .selectFrom('referral')
    .select(['trial_id', ({ fn }) => fn.countAll<number>().as('count')])
    .where('to_organisation_id', '=', organisationId)
    .where('sent_on', 'is not', null)
    .where('status', 'not in', [...endedStatuses])
    .groupBy('trial_id')
    .execute()
  return rows.map(({ trial_id, count }) => [trial_id, count] as const)
}

export function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}
