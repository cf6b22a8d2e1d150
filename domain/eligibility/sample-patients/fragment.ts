import type { PatientRecord } from '../patient-record.ts'

/** Rows that, added to a record, may answer a leaf one way or another. */
export type Fragment = Partial<Omit<PatientRecord, 'patientId' | 'diedOn'>>
