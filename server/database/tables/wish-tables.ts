import type { JSONColumnType } from 'kysely'
import type { WishAct } from '#domain/patient-wishes/wish-event.ts'

/** One line of the history of a patient's wishes. Rows are only ever added. */
export interface PatientWishEventTable {
  event_id: string
  patient_id: string
  /** From 1, without gaps. */
  sequence: number
  kind: WishAct['kind']
  /** What was recorded, in the words of the form. */
  act: JSONColumnType<WishAct & object, string, never>
  /** Null for what was taken in and not recorded here. */
  account_id: string | null
  recorded_by: string
  recorded_at: Date
}
