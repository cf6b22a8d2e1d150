import type { PatientScope } from '#domain/access/patient-scope.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { mayBeOpened } from '../../patient-rows/patients-in-scope.ts'
import type { Trx } from '../../plugins/operation.ts'

/** The days that what is recorded of a patient is checked against; null where the caller has no such patient. */
export async function readPatientDays(
  trx: Trx,
  patientId: string,
  scope: PatientScope,
): Promise<{ readonly bornOn: CalendarDate | null; readonly diedOn: CalendarDate | null } | null> {
  const row = await trx
    .selectFrom('patient')
    .select(['born_on as bornOn', 'died_on as diedOn'])
    .where('patient_id', '=', patientId)
    .where(mayBeOpened(scope))
    .executeTakeFirst()
  return row ?? null
}
