import { type Kysely, sql } from 'kysely'
import { patientSearchForm } from '#domain/identity/patient-search.ts'
import { type SearchedTrial, trialSearchForm } from '#domain/trial/trial-search.ts'

const rowsPerStatement = 1000

/**
 * What patients and trials are found by is worked out by the one rule that the page and the mocks use too, so the
 * database only stores it. Rows that are there already get their form anew.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['patient', 'trial']) {
    await sql`alter table ${sql.table(table)} alter column search drop expression`.execute(db)
    await sql`alter table ${sql.table(table)} alter column search set not null`.execute(db)
  }
  await sql`drop function search_form`.execute(db)
  await sql`drop function immutable_unaccent`.execute(db)
  await writeForms(db, 'patient', readPatients)
  await writeForms(db, 'trial', readTrials)
}

interface Form {
  readonly id: string
  readonly form: string
}

type ReadForms = (db: Kysely<unknown>, after: string | null) => Promise<readonly Form[]>

async function writeForms(db: Kysely<unknown>, table: 'patient' | 'trial', read: ReadForms): Promise<void> {
  let after: string | null = null
  for (;;) {
    const forms: readonly Form[] = await read(db, after)
    const last = forms.at(-1)
    if (last === undefined) return
    await sql`
      update ${sql.table(table)} set search = made.form
      from unnest(${forms.map(({ id }) => id)}::uuid[], ${forms.map(({ form }) => form)}::text[]) made (id, form)
      where ${sql.ref(`${table}_id`)} = made.id`.execute(db)
    after = last.id
  }
}

async function readPatients(db: Kysely<unknown>, after: string | null): Promise<readonly Form[]> {
  const { rows } = await sql<{
    patient_id: string
    family_name: string
    given_name: string
    title: string | null
    nhs_number: string | null
    hospital_number: string | null
  }>`
    select patient_id, family_name, given_name, title, nhs_number, hospital_number from patient
    where ${after}::uuid is null or patient_id > ${after}::uuid
    order by patient_id limit ${rowsPerStatement}`.execute(db)
  return rows.map((row) => ({
    id: row.patient_id,
    form: patientSearchForm({
      familyName: row.family_name,
      givenName: row.given_name,
      title: row.title,
      nhsNumber: row.nhs_number,
      hospitalNumber: row.hospital_number,
    }),
  }))
}

async function readTrials(db: Kysely<unknown>, after: string | null): Promise<readonly Form[]> {
  const { rows } = await sql<{
    trial_id: string
    title: string
    acronym: string | null
    registry_id: string
    sponsor: string
    conditions: SearchedTrial['conditions']
  }>`
    select trial_id, title, acronym, registry_id,
      record -> 'sponsor' ->> 'name' as sponsor, record -> 'conditions' as conditions from trial
    where ${after}::uuid is null or trial_id > ${after}::uuid
    order by trial_id limit ${rowsPerStatement}`.execute(db)
  return rows.map((row) => ({
    id: row.trial_id,
    form: trialSearchForm({
      title: row.title,
      acronym: row.acronym,
      registryId: row.registry_id,
      sponsor: { name: row.sponsor },
      conditions: row.conditions,
    }),
  }))
}
