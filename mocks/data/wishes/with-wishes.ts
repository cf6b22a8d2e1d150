import { patientWishes } from '#domain/patient-wishes/patient-wishes.ts'
import type { DemonstrationPatient } from '../demonstration-data.ts'

/** The patient with the record as the history of wishes leaves it. */
export function withWishes<Patient extends Pick<DemonstrationPatient, 'record' | 'wishEvents'>>(
  patient: Patient,
): Patient {
  const { research, isSensitive } = patientWishes(patient.wishEvents)
  return { ...patient, record: { ...patient.record, researchWishes: research, isSensitive } }
}
