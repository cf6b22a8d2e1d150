import { type SqlBool, sql } from 'kysely'
import type { components } from '#api/schema.ts'
import type { PatientScope } from '#domain/access/patient-scope.ts'
import type { ChangeKind } from '#domain/eligibility/news-kinds.ts'
import { isNewsTo, isSeenBy, type Reader } from '../../eligibility/unseen-change-repository.ts'
import { keysetPage } from '../../paging/keyset-page.ts'
import { isOwnPatient } from '../../patient-rows/patients-in-scope.ts'
import type { Trx } from '../../plugins/operation.ts'
import { changeColumns, describeChange } from './describe-change.ts'

export interface ChangeListQuery extends Reader {
  readonly scope: PatientScope
  readonly kinds: readonly ChangeKind[]
  readonly trialId: string | null
  readonly isUnseenOnly: boolean
  readonly after: string | null
  readonly limit: number
}

/** One page of the changes of the caller's patients, the newest first; of the unseen, those that none has overtaken. */
export async function listChangePage(
  trx: Trx,
  query: ChangeListQuery,
): Promise<Pick<components['schemas']['CandidateChangePage'], 'items' | 'next'>> {
  const { scope, kinds, trialId, isUnseenOnly, after, limit } = query
  const rows = await trx
    .selectFrom('screening_change')
    .innerJoin('trial', 'trial.trial_id', 'screening_change.trial_id')
    .innerJoin('patient', 'patient.patient_id', 'screening_change.patient_id')
    .select(changeColumns)
    .select(['trial.registry_id', 'trial.title as trial_title'])
    .select(['family_name', 'given_name', 'patient.title', 'born_on', 'nhs_number'])
    .select(isSeenBy(query).as('is_seen'))
    .where('screening_change.organisation_id', '=', scope.organisationId)
    .where(isOwnPatient(scope))
    .where('kind', 'in', [...kinds])
    .$if(trialId !== null, (select) => select.where('screening_change.trial_id', '=', trialId))
    .$if(isUnseenOnly, (select) => select.where(isNewsTo(query)))
    .$if(after !== null, (select) =>
      select.where(
        sql<SqlBool>`(screening_change.at, screening_change.change_id) < (select at, change_id from screening_change
          where change_id = ${after} and organisation_id = ${scope.organisationId})`,
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('change_id', 'desc')
    .limit(limit + 1)
    .execute()
  const { items, next } = keysetPage(rows, { after, limit }, ({ change_id }) => change_id)
  return {
    items: items.map((row) => ({
      patient: {
        patientId: row.patient_id,
        name: { familyName: row.family_name, givenName: row.given_name, title: row.title },
        bornOn: row.born_on,
        nhsNumber: row.nhs_number,
      },
      trial: { trialId: row.trial_id, registryId: row.registry_id, title: row.trial_title },
      ...describeChange(row),
    })),
    next,
  }
}
