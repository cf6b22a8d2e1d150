import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { patientSearchForm } from '#domain/identity/patient-search.ts'
import type { DemonstrationOverride, DemonstrationPatient } from '../../../mocks/data/demonstration-data.ts'
import { writePatientFacts } from '../../eligibility/facts-repository.ts'
import { addPatientRows } from '../../eligibility/patient-rows-repository.ts'
import { screenPatients } from '../../eligibility/screening-repository.ts'
import { addWishEvents } from '../../patient-rows/wish-event-repository.ts'
import type { Trx } from '../../plugins/operation.ts'
import { inBatches } from './in-batches.ts'
import { insertOverrides } from './insert-overrides.ts'

export interface PatientSeeding {
  readonly now: Date
  readonly asOf: CalendarDate
  /** What clinicians set and withdrew on criteria for them, in that order. */
  readonly overrides?: readonly DemonstrationOverride[]
  readonly onProgress: (done: number) => void
}

/** Patients in batches: identity, source rows, facts, clinicians' verdicts and screening, exactly as an import leaves them. */
export async function insertPatients(
  trx: Trx,
  patients: Iterable<DemonstrationPatient>,
  { now, asOf, overrides = [], onProgress }: PatientSeeding,
): Promise<void> {
  let done = 0
  for (const batch of inBatches(patients, 200)) {
    await trx
      .insertInto('patient')
      .values(batch.map((patient) => toRow(patient, now, asOf)))
      .execute()
    await addPatientRows(
      trx,
      batch.map(({ record }) => record),
    )
    await addWishEvents(
      trx,
      batch.flatMap(({ patientId, wishEvents }) =>
        wishEvents.map((event, place) => ({ patientId, sequence: place + 1, accountId: null, event })),
      ),
    )
    await writePatientFacts(
      trx,
      batch.map(({ organisationId, record }) => ({ organisationId, record })),
      now,
    )
    await insertOverrides(
      trx,
      batch.map(({ patientId }) => patientId),
      overrides,
    )
    await screenPatients(
      trx,
      batch.map(({ patientId }) => patientId),
      asOf,
      { at: now },
    )
    done += batch.length
    onProgress(done)
  }
}

function toRow({ record, ...patient }: DemonstrationPatient, now: Date, asOf: CalendarDate) {
  return {
    patient_id: patient.patientId,
    organisation_id: patient.organisationId,
    team_id: patient.teamId,
    team_since: patient.teamId === null ? null : asOf,
    nhs_number: patient.nhsNumber,
    hospital_number: patient.hospitalNumber,
    family_name: patient.familyName,
    given_name: patient.givenName,
    title: patient.title,
    born_on: record.bornOn,
    died_on: record.diedOn,
    is_sensitive: record.isSensitive,
    sex: record.sex,
    ethnicity: patient.ethnicityCode,
    postcode: patient.postcode,
    consultant: patient.consultant,
    is_demonstration: true,
    updated_at: now,
    search: patientSearchForm(patient),
  }
}
