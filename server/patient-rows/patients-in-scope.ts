import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { PatientScope } from '#domain/access/patient-scope.ts'
import type { Caller } from '../plugins/operation.ts'

/** A clinician without an organisation has no patients: no row has this identifier. */
const noOrganisation = '00000000-0000-0000-0000-000000000000'

/** Whose patients the caller may see. */
export function scopeOf({ organisation, teamIds, openedPatientIds }: Caller): PatientScope {
  return { organisationId: organisation?.organisationId ?? noOrganisation, teamIds, openedPatientIds }
}

/** The condition on `patient` for one record: that `relationshipTo` it is not null. */
export function mayBeOpened({ openedPatientIds, ...scope }: PatientScope): RawBuilder<SqlBool> {
  const isOpened = sql<SqlBool>`patient.patient_id = any (${[...openedPatientIds]}::uuid[])`
  return sql<SqlBool>`(${isOfOwnTeam({ ...scope, openedPatientIds })}
    or (patient.organisation_id = ${scope.organisationId} and ${isOpened}))`
}

/** The condition on `patient` for lists and numbers, in which a record that was only opened has no place. */
export function isOfOwnTeam({ organisationId, teamIds }: PatientScope): RawBuilder<SqlBool> {
  return sql<SqlBool>`(patient.organisation_id = ${organisationId} and patient.team_id = any (${[...teamIds]}::uuid[]))`
}

/** The identifiers of everybody whose record may be opened. */
export function idsToBeOpened(scope: PatientScope): RawBuilder<string> {
  return sql<string>`(select patient.patient_id from patient where ${mayBeOpened(scope)})`
}

/** The identifiers of the patients of the own teams, for tables that name a patient. */
export function idsOfOwnTeams(scope: PatientScope): RawBuilder<string> {
  return sql<string>`(select patient.patient_id from patient where ${isOfOwnTeam(scope)})`
}
