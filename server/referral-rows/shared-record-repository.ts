import type { components } from '#api/schema.ts'
import { cancerTypeNames } from '#domain/cancer/cancer-type-names.ts'
import { recordedItems } from '#domain/eligibility/recorded-items.ts'
import { sharedVerdicts } from '#domain/eligibility/shared-verdicts.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { readHeldTrial } from '../eligibility/held-trials-repository.ts'
import { readOverrides } from '../eligibility/override-repository.ts'
import { readPatientRecords } from '../eligibility/patient-rows-repository.ts'
import type { Trx } from '../plugins/operation.ts'
import { parseSharedRecord, type SharingChoice, type StoredSharedRecord } from './shared-record.ts'

export interface SharingQuestion {
  readonly patientId: string
  readonly trialId: string
  readonly withheldItemIds: readonly string[]
  readonly asOf: CalendarDate
}

/** What would go with a referral: everything recorded, what is held back of it, and how the trial's criteria stand. */
export async function readSharing(
  trx: Trx,
  { patientId, trialId, withheldItemIds, asOf }: SharingQuestion,
): Promise<SharingChoice> {
  const [record] = await readPatientRecords(trx, [patientId])
  const trial = await readHeldTrial(trx, trialId, asOf)
  if (!record || !trial)
    throw new Error(`The patient ${patientId} or the trial ${trialId} of a referral is not stored.`)
  const overrides = (await readOverrides(trx, [patientId]))(patientId, trialId)
  const { outcomeLabel, criteria } = sharedVerdicts({ record, trial, withheldRowIds: withheldItemIds, asOf, overrides })
  return {
    identity: await readIdentity(trx, patientId),
    items: recordedItems(record, asOf).map((item) => ({ ...item })),
    withheldItemIds,
    outcomeLabel,
    criteria,
  }
}

async function readIdentity(trx: Trx, patientId: string): Promise<SharingChoice['identity']> {
  const row = await trx
    .selectFrom('patient')
    .leftJoin('patient_facts', 'patient_facts.patient_id', 'patient.patient_id')
    .select([
      'family_name',
      'given_name',
      'title',
      'patient.born_on',
      'nhs_number',
      'hospital_number',
      'patient.sex',
      'cancer_type_id',
    ])
    .where('patient.patient_id', '=', patientId)
    .executeTakeFirstOrThrow()
  return {
    patient: {
      name: { familyName: row.family_name, givenName: row.given_name, title: row.title },
      bornOn: row.born_on,
      nhsNumber: row.nhs_number,
    },
    hospitalNumber: row.hospital_number,
    sex: row.sex,
    cancerType: row.cancer_type_id === null ? null : (cancerTypeNames([row.cancer_type_id])[0] ?? null),
  }
}

/** Keeps what is shared, for good: the database refuses every later change. */
export async function storeSharedRecord(
  trx: Trx,
  {
    referralId,
    sharedAt,
    record,
  }: { readonly referralId: string; readonly sharedAt: Date; readonly record: StoredSharedRecord },
): Promise<void> {
  await trx
    .insertInto('shared_record')
    .values({ referral_id: referralId, shared_at: sharedAt, record: JSON.stringify(record) })
    .execute()
}

/** What was sent with a referral; null before. Only the referrer is given the identifier of the patient. */
export async function readSharedRecord(
  trx: Trx,
  referralId: string,
  patientId: string | null,
): Promise<components['schemas']['SharedRecord'] | null> {
  const row = await trx
    .selectFrom('shared_record')
    .select(['shared_at', 'record'])
    .where('referral_id', '=', referralId)
    .executeTakeFirst()
  if (!row) return null
  const record = parseSharedRecord(referralId, row.record)
  return { ...record, sharedAt: row.shared_at.toISOString(), patient: { ...record.patient, patientId } }
}
