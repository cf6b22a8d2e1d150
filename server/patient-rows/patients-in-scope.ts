import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { PatientScope } from '#domain/access/patient-scope.ts'
import type { Caller } from '../plugins/operation.ts'

/** A clinician without an organisation has no patients: no row has this identifier. */
const noOrganisation = '00000000-0000-0000-0000-000000000000'

/** Whose patients the caller may see. */
export function scopeOf({ organisation, teamIds, namedRoles, openedPatientIds }: Caller): PatientScope {
  return { organisationId: organisation?.organisationId ?? noOrganisation, teamIds, namedRoles, openedPatientIds }
}

/** The condition on `patient` for one record: that `relationshipTo` it is not null. */
export function mayBeOpened({ openedPatientIds, ...scope }: PatientScope): RawBuilder<SqlBool> {
  const isOpened = sql<SqlBool>`patient.patient_id = any (${[...openedPatientIds]}::uuid[])`
  return sql<SqlBool>`(${isOwnPatient(scope)}
    or (patient.organisation_id = ${scope.organisationId} and ${isOpened}))`
}

/** The condition on `patient` for lists and numbers: that the caller `looksAfter` it. One that was only opened has no place there. */
export function isOwnPatient({
  organisationId,
  teamIds,
  namedRoles,
}: Omit<PatientScope, 'openedPatientIds'>): RawBuilder<SqlBool> {
  const isOfTeam = sql`patient.team_id = any (${[...teamIds]}::uuid[])`
  const namedIds = namedRoles.map(({ patientId }) => patientId)
  // Most people are named on nobody, and the plan for a team alone is the quicker one.
  const isTheirs =
    namedIds.length === 0 ? isOfTeam : sql`(${isOfTeam} or patient.patient_id = any (${namedIds}::uuid[]))`
  return sql<SqlBool>`(patient.organisation_id = ${organisationId} and ${isTheirs})`
}

/** The identifiers of everybody whose record may be opened. */
export function idsToBeOpened(scope: PatientScope): RawBuilder<string> {
  return sql<string>`(select patient.patient_id from patient where ${mayBeOpened(scope)})`
}

/** The identifiers of the patients whom the caller looks after, for tables that name a patient. */
export function idsOfOwnPatients(scope: PatientScope): RawBuilder<string> {
  return sql<string>`(select patient.patient_id from patient where ${isOwnPatient(scope)})`
}
