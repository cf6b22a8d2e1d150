import { sql } from 'kysely'
import type { components } from '#api/schema.ts'
import type { PatientScope } from '#domain/access/patient-scope.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { mayBeOpened } from '../../patient-rows/patients-in-scope.ts'
import type { Trx } from '../../plugins/operation.ts'

type Schemas = components['schemas']

/** The team that looks after a patient in the scope; undefined where the scope has no such patient, null where there is none. */
export async function readCareTeam(
  trx: Trx,
  patientId: string,
  scope: PatientScope,
): Promise<Schemas['CareTeam'] | null | undefined> {
  const row = await trx
    .selectFrom('patient')
    .leftJoin('team', 'team.team_id', 'patient.team_id')
    .select(['team.team_id', 'team.name', 'team_since'])
    .where('patient_id', '=', patientId)
    .where(mayBeOpened(scope))
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { team_id, name, team_since } = row
  return team_id === null || name === null ? null : { teamId: team_id, name, since: team_since }
}

export interface Assignment {
  readonly patientId: string
  readonly from: string | null
  readonly teamId: string
  readonly asOf: CalendarDate
}

/** Gives a patient into the care of a team. False where the caller may not, or where the patient has another team by now. */
export async function assignTeam(trx: Trx, { patientId, from, teamId, asOf }: Assignment): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select assign_patient_team(${patientId}::uuid, ${from}::uuid, ${teamId}::uuid, ${asOf}::date) as done`.execute(trx)
  return rows[0]?.done === true
}

/** Whether the organisation has such a patient whom no team looks after. */
export async function isWithoutTeam(trx: Trx, patientId: string, organisationId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('patient')
    .select('patient_id')
    .where('patient_id', '=', patientId)
    .where('organisation_id', '=', organisationId)
    .where('team_id', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Null where the organisation has no such team. */
export async function readTeamName(trx: Trx, teamId: string, organisationId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('team')
    .select('name')
    .where('team_id', '=', teamId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row?.name ?? null
}

/** Patients of an organisation without a team, the first by name, and how many there are in all. */
export async function readPatientsWithoutTeam(
  trx: Trx,
  { organisationId, limit }: { readonly organisationId: string; readonly limit: number },
): Promise<Schemas['UnassignedPatients']> {
  const unassigned = trx
    .selectFrom('patient')
    .where('organisation_id', '=', organisationId)
    .where('team_id', 'is', null)
  const { total } = await unassigned.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await unassigned
    .select(['patient_id', 'family_name', 'given_name', 'title', 'born_on', 'nhs_number', 'hospital_number'])
    .orderBy(sql`family_name collate "und-x-icu"`)
    .orderBy(sql`given_name collate "und-x-icu"`)
    .orderBy('patient_id')
    .limit(limit)
    .execute()
  const items = rows.map((row) => ({
    patientId: row.patient_id,
    name: { familyName: row.family_name, givenName: row.given_name, title: row.title },
    bornOn: row.born_on,
    nhsNumber: row.nhs_number,
    hospitalNumber: row.hospital_number,
  }))
  return { items, total }
}
