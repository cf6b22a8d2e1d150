import type { components } from '#api/schema.ts'
import type { Trx } from '../../plugins/operation.ts'
import type { AuditScope } from './audit-policy.ts'

type AuditedPatient = components['schemas']['AuditedPatient']

const mostFound = 20

/** One patient within the scope; null where there is none. */
export async function readAuditedPatient(
  trx: Trx,
  scope: AuditScope,
  patientId: string,
): Promise<AuditedPatient | null> {
  const row = await patientsWithin(trx, scope).where('patient_id', '=', patientId).executeTakeFirst()
  return row ? describe(row) : null
}

/** Everybody within the scope who has a number. One person may be in the care of several organisations. */
export async function findAuditedPatientsBy(
  trx: Trx,
  scope: AuditScope,
  number: { readonly column: 'nhs_number' | 'hospital_number'; readonly value: string },
): Promise<AuditedPatient[]> {
  const rows = await patientsWithin(trx, scope)
    .where(number.column, '=', number.value)
    .orderBy('organisation.name')
    .orderBy('patient_id')
    .limit(mostFound)
    .execute()
  return rows.map(describe)
}

function patientsWithin(trx: Trx, { organisationId }: AuditScope) {
  return trx
    .selectFrom('patient')
    .innerJoin('organisation', 'organisation.organisation_id', 'patient.organisation_id')
    .select(['patient_id', 'family_name', 'given_name', 'title', 'born_on', 'nhs_number'])
    .select(['organisation.organisation_id', 'organisation.code', 'organisation.name as organisation_name'])
    .$if(organisationId !== null, (query) => query.where('patient.organisation_id', '=', organisationId))
}

function describe(row: {
  readonly patient_id: string
  readonly family_name: string
  readonly given_name: string
  readonly title: string | null
  readonly born_on: string | null
  readonly nhs_number: string | null
  readonly organisation_id: string
  readonly code: string
  readonly organisation_name: string
}): AuditedPatient {
  return {
    patientId: row.patient_id,
    name: { familyName: row.family_name, givenName: row.given_name, title: row.title },
    bornOn: row.born_on,
    nhsNumber: row.nhs_number,
    organisation: { organisationId: row.organisation_id, code: row.code, name: row.organisation_name },
  }
}
