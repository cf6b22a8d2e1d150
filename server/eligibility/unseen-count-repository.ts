import { type NewsKind, newsKinds } from '#domain/eligibility/news-kinds.ts'
import type { Trx } from '../plugins/operation.ts'
import { isNewsTo, type Reader } from './unseen-change-repository.ts'

/** How many patients and trials of an organisation have a newest change that the reader has not seen, by its kind. */
export async function countUnseenChanges(
  trx: Trx,
  { organisationId, ...reader }: Reader & { readonly organisationId: string },
): Promise<Record<NewsKind, number>> {
  const rows = await trx
    .selectFrom('screening_change')
    .select(['kind', ({ fn }) => fn.countAll<number>().as('count')])
    .where('organisation_id', '=', organisationId)
    .where('kind', 'in', [...newsKinds])
    .where(isNewsTo(reader))
    .groupBy('kind')
    .execute()
  const count = (kind: NewsKind) => rows.find((row) => row.kind === kind)?.count ?? 0
  return {
    newTrial: count('newTrial'),
    nowMayFit: count('nowMayFit'),
    toLookAgain: count('toLookAgain'),
    noLongerMatches: count('noLongerMatches'),
  }
}
