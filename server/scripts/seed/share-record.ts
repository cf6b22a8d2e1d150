import { cancerTypeNames } from '#domain/cancer/cancer-type-names.ts'
import type { PatientRecord, Provenance } from '#domain/eligibility/patient-record.ts'
import { recordedItems } from '#domain/eligibility/recorded-items.ts'
import { sharedVerdicts } from '#domain/eligibility/shared-verdicts.ts'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import type {
  DemonstrationPatient,
  DemonstrationReferral,
  DemonstrationSharing,
} from '../../../mocks/data/demonstration-data.ts'
import { readHeldTrial } from '../../eligibility/held-trials-repository.ts'
import type { Trx } from '../../plugins/operation.ts'
import { makeSharedRecord } from '../../referral-rows/shared-record.ts'
import { storeSharedRecord } from '../../referral-rows/shared-record-repository.ts'

/** Stores what a site was given, by the rules of a real sending, from what was recorded by the day of sending. */
export async function shareRecord(
  trx: Trx,
  { referralId, trialId }: DemonstrationReferral,
  patient: DemonstrationPatient,
  { sharedAt, withheldRowIds }: DemonstrationSharing,
): Promise<void> {
  const asOf = calendarDateInLondon(new Date(sharedAt))
  const trial = await readHeldTrial(trx, trialId, asOf)
  if (!trial) throw new Error(`The trial ${trialId} of the referral ${referralId} is not stored.`)
  const facts = await trx
    .selectFrom('patient_facts')
    .select('cancer_type_id')
    .where('patient_id', '=', patient.patientId)
    .executeTakeFirst()
  const record = recordedBy(patient.record, sharedAt)
  const shared = makeSharedRecord({
    identity: {
      patient: {
        name: { familyName: patient.familyName, givenName: patient.givenName, title: patient.title },
        bornOn: record.bornOn,
        nhsNumber: patient.nhsNumber,
      },
      hospitalNumber: patient.hospitalNumber,
      sex: record.sex,
      cancerType: cancerTypeNames(facts?.cancer_type_id ? [facts.cancer_type_id] : [])[0] ?? null,
    },
    items: recordedItems(record, asOf).map((item) => ({ ...item })),
    withheldItemIds: withheldRowIds,
    ...sharedContent(sharedVerdicts({ record, trial, withheldRowIds, asOf, overrides: [] })),
  })
  await storeSharedRecord(trx, { referralId, sharedAt: new Date(sharedAt), record: shared })
}

function sharedContent({ outcomeLabel, criteria }: ReturnType<typeof sharedVerdicts>) {
  return { outcomeLabel, criteria: criteria.map((verdict) => ({ ...verdict, sentences: [...verdict.sentences] })) }
}

/** The record as it stood at an instant: later rows were not there to be shared. */
function recordedBy(record: PatientRecord, instant: string): PatientRecord {
  const known = <Row extends Provenance>(rows: readonly Row[]) => rows.filter(({ recordedAt }) => recordedAt <= instant)
  return {
    ...record,
    diagnoses: known(record.diagnoses),
    observations: known(record.observations),
    treatments: known(record.treatments),
    biomarkers: known(record.biomarkers),
    assertions: known(record.assertions),
  }
}
