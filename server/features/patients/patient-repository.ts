import type { components } from '#api/schema.ts'
import { mayKnowPlace, withoutHospital } from '#domain/access/known-place.ts'
import { namedAs, type PatientScope, relationshipTo } from '#domain/access/patient-scope.ts'
import { cancerTypeNames } from '#domain/cancer/cancer-type-names.ts'
import { resolveDiagnosis } from '#domain/cancer/match-diagnosis.ts'
import { patientItems } from '#domain/eligibility/patient-items.ts'
import { withdrawnItems } from '#domain/eligibility/withdrawn-items.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { describeStandingWishes } from '#domain/patient-wishes/describe-wishes.ts'
import { readPatientRecords } from '../../eligibility/patient-rows-repository.ts'
import { mayBeOpened } from '../../patient-rows/patients-in-scope.ts'
import { readRelationship } from '../../patient-rows/relationship-repository.ts'
import { readTrialNames } from '../../patient-rows/wish-event-repository.ts'
import type { Trx } from '../../plugins/operation.ts'
import { readPatientReferralRows } from '../../referral-rows/referral-row-repository.ts'

/** One patient of an organisation with every recorded value; null where the caller has no such patient. */
export async function readPatient(
  trx: Trx,
  asked: {
    readonly patientId: string
    readonly scope: PatientScope
    readonly asOf: CalendarDate
    readonly accountId: string
    readonly now: Date
  },
): Promise<components['schemas']['Patient'] | null> {
  const row = await trx
    .selectFrom('patient')
    .innerJoin('patient_facts', 'patient_facts.patient_id', 'patient.patient_id')
    .innerJoin('organisation', 'organisation.organisation_id', 'patient.organisation_id')
    .selectAll('patient')
    .leftJoin('team', 'team.team_id', 'patient.team_id')
    .select('team.name as team_name')
    .select(['facts', 'cancer_type_id', 'match_grade', 'missing', 'code', 'organisation.name as organisation_name'])
    .where('patient.patient_id', '=', asked.patientId)
    .where(mayBeOpened(asked.scope))
    .executeTakeFirst()
  if (!row) return null
  const placed = { patientId: row.patient_id, organisationId: row.organisation_id, teamId: row.team_id }
  const kind = relationshipTo(asked.scope, placed)
  if (kind === null) return null
  const [record] = await readPatientRecords(trx, [row.patient_id])
  const { diagnosis } = row.facts
  const knowsPlace = mayKnowPlace({ isSensitive: row.is_sensitive, relationship: kind })
  const referrals = await readPatientReferralRows(trx, { patientId: row.patient_id, asOf: asked.asOf })
  const wishes = record?.researchWishes ?? []
  return {
    patientId: row.patient_id,
    name: { familyName: row.family_name, givenName: row.given_name, title: row.title },
    bornOn: row.born_on,
    diedOn: row.died_on,
    isSensitive: row.is_sensitive,
    researchWishes: describeStandingWishes(wishes, asked.asOf, await readTrialNames(trx, wishes)),
    sex: row.sex,
    nhsNumber: row.nhs_number,
    hospitalNumber: row.hospital_number,
    postcode: row.is_sensitive ? null : row.postcode,
    organisation: knowsPlace
      ? { organisationId: row.organisation_id, code: row.code, name: row.organisation_name }
      : null,
    team:
      row.team_id === null || row.team_name === null
        ? null
        : { teamId: row.team_id, name: row.team_name, since: row.team_since },
    relationship: await readRelationship(trx, asked, {
      patientId: row.patient_id,
      kind,
      careRoles: namedAs(asked.scope, placed),
    }),
    consultant: row.consultant,
    cancerType: row.cancer_type_id === null ? null : (cancerTypeNames([row.cancer_type_id])[0] ?? null),
    matchGrade: row.match_grade,
    otherCancerTypes: diagnosis === null ? [] : cancerTypeNames(resolveDiagnosis(diagnosis)?.alternates ?? []),
    items: record === undefined ? [] : patientItems(record, asked.asOf),
    withdrawn: record === undefined ? [] : withdrawnItems(record),
    missing: row.missing as components['schemas']['MissingItem'][],
    referrals: knowsPlace ? referrals : referrals.map(withoutHospital),
    isDemonstration: row.is_demonstration,
  }
}
