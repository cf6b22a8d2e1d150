import { type SqlBool, sql } from 'kysely'
import { type NewsKind, newsKinds } from '#domain/eligibility/screening-change.ts'
import type { Trx } from '../plugins/operation.ts'
import { isSeenBy, type Reader } from './unseen-change-repository.ts'

/** How many changes of the patients of an organisation the reader has not seen, by kind. */
export async function countUnseenChanges(
  trx: Trx,
  { organisationId, ...reader }: Reader & { readonly organisationId: string },
): Promise<Record<NewsKind, number>> {
  const rows = await trx
    .selectFrom('screening_change')
    .select(['kind', ({ fn }) => fn.countAll<number>().as('count')])
    .where('organisation_id', '=', organisationId)
    .where('kind', 'in', [...newsKinds])
    .where(sql<SqlBool>`not ${isSeenBy(reader)}`)
    .groupBy('kind')
    .execute()
  const count = (kind: NewsKind) => rows.find((row) => row.kind === kind)?.count ?? 0
  return {
    newTrial: count('newTrial'),
    nowMayFit: count('nowMayFit'),
    noLongerMatches: count('noLongerMatches'),
  }
}
