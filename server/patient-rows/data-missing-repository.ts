import { type SqlBool, sql } from 'kysely'

/** `hasDataMissing` of domain/data-gaps, as a condition on `screening`; a test of the contract compares the two. */
export const hasDataMissing = sql<SqlBool>`(screening.diagnosis_grade <> 'basket' and screening.outcome <> 'notMatched'
  and cardinality(screening.undecided_keys) > 0)`

/** The condition on `patient`: one trial at least has data missing. A patient who has not been screened has none. */
export const isPatientWithDataMissing = sql<SqlBool>`exists (
  select from screening where screening.patient_id = patient.patient_id and ${hasDataMissing})`
