import type { components } from '#api/schema.ts'
import type { PatientScope } from '#domain/access/patient-scope.ts'
import { isSeenBy, type Reader } from '../../eligibility/unseen-change-repository.ts'
import { mayBeOpened } from '../../patient-rows/patients-in-scope.ts'
import type { Trx } from '../../plugins/operation.ts'
import { changeColumns, describeChange } from './describe-change.ts'

export interface AskedPatient extends Reader {
  readonly patientId: string
  readonly scope: PatientScope
}

/** Every change of one patient by trial, the newest first; null where the reader has no such patient. */
export async function readPatientChanges(
  trx: Trx,
  asked: AskedPatient,
): Promise<components['schemas']['PatientChanges']['items'] | null> {
  const { patientId, scope } = asked
  const own = await trx
    .selectFrom('patient')
    .select('patient_id')
    .where('patient_id', '=', patientId)
    .where(mayBeOpened(scope))
    .executeTakeFirst()
  if (own === undefined) return null
  const rows = await trx
    .selectFrom('screening_change')
    .innerJoin('trial', 'trial.trial_id', 'screening_change.trial_id')
    .select(changeColumns)
    .select(['trial.registry_id', 'trial.title'])
    .select(isSeenBy(asked).as('is_seen'))
    .where('patient_id', '=', patientId)
    .orderBy('at', 'desc')
    .orderBy('change_id', 'desc')
    .execute()
  return [...Map.groupBy(rows, ({ trial_id }) => trial_id)].flatMap(([trialId, group]) => {
    const [newest] = group
    if (newest === undefined) return []
    return [
      {
        trial: { trialId, registryId: newest.registry_id, title: newest.title },
        changes: group.map(describeChange),
      },
    ]
  })
}
