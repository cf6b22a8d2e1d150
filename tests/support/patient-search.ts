import { sql } from 'kysely'
import { expect } from 'vitest'
import type { components } from '#api/schema.ts'
import { patientSearchForm, type SearchedPatient } from '#domain/identity/patient-search.ts'
import type { Send } from './build-app.ts'
import type { TestDatabase } from './database-template.ts'

type Schemas = components['schemas']
type Search = Partial<Schemas['PatientSearch']>

/** Adds people of whom nothing but a name is recorded. */
export async function addPatient(
  database: TestDatabase,
  familyName: string,
  givenName: string,
  organisationCode = 'ZZ001',
  times = 1,
): Promise<void> {
  const named = { familyName, givenName, title: null, nhsNumber: null, hospitalNumber: null }
  await addSearchedPatient(database, named, organisationCode, times)
}

/** Adds people of whom nothing but the name and these numbers is recorded, and answers with their ids. */
export async function addSearchedPatient(
  database: TestDatabase,
  person: SearchedPatient,
  organisationCode = 'ZZ001',
  times = 1,
): Promise<readonly string[]> {
  const { familyName, givenName, title, nhsNumber, hospitalNumber } = person
  const { rows } = await sql<{ patient_id: string }>`
    with added as (
      insert into patient (patient_id, organisation_id, team_id, family_name, given_name, title, nhs_number,
        hospital_number, search, updated_at)
      select gen_random_uuid(), organisation_id, team_id, ${familyName}, ${givenName}, ${title}, ${nhsNumber},
        ${hospitalNumber}, ${patientSearchForm(person)}, '2026-06-15T07:00:00Z'
      from organisation join team using (organisation_id), generate_series(1, ${times}::int)
      where code = ${organisationCode}
      returning patient_id, organisation_id)
    insert into patient_facts (patient_id, organisation_id, facts, facts_version, derived_at, match_grade, missing,
      cancer_exact, cancer_group, cancer_possible, is_uncoded)
    select patient_id, organisation_id, '{}', 1, now(), 'unknown', '{histology,stage}', '{}', '{}', '{}', true
    from added
    returning patient_id`.execute(database.db)
  return rows.map(({ patient_id }) => patient_id)
}

/** One page of a person's patients, a hundred unless fewer are asked for. */
export async function searchPatients(send: Send, asked: Search): Promise<Schemas['PatientPage']> {
  const payload = { filters: {}, limit: 100, ...asked }
  const answer = await send({ method: 'POST', url: '/api/patients/search', payload })
  expect(answer.statusCode, answer.body.slice(0, 400)).toBe(200)
  return answer.json<Schemas['PatientPage']>()
}

/** Every row that a search leaves, page by page. `between` runs after each page. */
export async function walkPatients(
  send: Send,
  asked: Search,
  between: (page: Schemas['PatientPage']) => Promise<void> = async () => {},
): Promise<Schemas['PatientRow'][]> {
  const rows: Schemas['PatientRow'][] = []
  for (let after: string | null = null; ; ) {
    const page: Schemas['PatientPage'] = await searchPatients(send, { ...asked, ...(after ? { after } : {}) })
    rows.push(...page.items)
    if (page.next === null) return rows
    await between(page)
    after = page.next
  }
}
