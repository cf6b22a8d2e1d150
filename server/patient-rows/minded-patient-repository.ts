import { patientWishes } from '#domain/patient-wishes/patient-wishes.ts'
import type { MindedPatient } from '#domain/patient-wishes/referral-notice.ts'
import type { Trx } from '../plugins/operation.ts'
import { readWishEvents } from './wish-event-repository.ts'

/** What a referral has to mind of its patient, as it is now. */
export async function readMindedPatient(trx: Trx, patientId: string): Promise<MindedPatient> {
  const { died_on } = await trx
    .selectFrom('patient')
    .select('died_on')
    .where('patient_id', '=', patientId)
    .executeTakeFirstOrThrow()
  return { diedOn: died_on, researchWishes: patientWishes(await readWishEvents(trx, patientId)).research }
}
