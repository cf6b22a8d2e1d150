import { sql } from 'kysely'
import { isSetByClinician } from '#domain/eligibility/set-by-clinician.ts'
import type { Trx } from '../plugins/operation.ts'
import type { ScreenedAnswer } from './screening-rows-repository.ts'
import type { StoredAnswer } from './stored-answers-repository.ts'

/** A patient's answers as they have just been stored, and as they were stored before, both by trial. */
export interface AnsweredAnew {
  readonly patientId: string
  readonly now: ReadonlyMap<string, ScreenedAnswer>
  readonly before: ReadonlyMap<string, StoredAnswer>
}

/** Marks the stored answers in which clinicians' verdicts count. Asks the database only where a mark changes. */
export async function markSetByClinician(trx: Trx, patients: readonly AnsweredAnew[]): Promise<void> {
  const changed = patients.flatMap(({ patientId, now, before }) =>
    [...now].flatMap(([trialId, { assessment }]) => {
      const isSet = isSetByClinician(assessment.criteria)
      // A row that is new has no mark yet.
      return isSet === (before.get(trialId)?.isSetByClinician ?? false) ? [] : [{ patientId, trialId, isSet }]
    }),
  )
  if (changed.length === 0) return
  await sql`
    update screening set is_set_by_clinician = changed."isSet"
    from json_to_recordset(${JSON.stringify(changed)}::json) changed ("patientId" uuid, "trialId" uuid, "isSet" boolean)
    where screening.patient_id = changed."patientId" and screening.trial_id = changed."trialId"`.execute(trx)
}
