import type { PatientScope } from '#domain/access/patient-scope.ts'
import { type NewsKind, newsKinds } from '#domain/eligibility/news-kinds.ts'
import { idsOfOwnPatients } from '../patient-rows/patients-in-scope.ts'
import type { Trx } from '../plugins/operation.ts'
import { isNewsTo, type Reader } from './unseen-change-repository.ts'

/** How many of the own patients and trials have a newest change that the reader has not seen, by its kind. */
export async function countUnseenChanges(
  trx: Trx,
  { scope, ...reader }: Reader & { readonly scope: PatientScope },
): Promise<Record<NewsKind, number>> {
  const rows = await trx
    .selectFrom('screening_change')
    .select(['kind', ({ fn }) => fn.countAll<number>().as('count')])
    .where('organisation_id', '=', scope.organisationId)
    .where('patient_id', 'in', idsOfOwnPatients(scope))
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
