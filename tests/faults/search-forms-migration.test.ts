import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isFoundByText } from '../../domain/identity/patient-search.ts'
import { isTrialFoundByText } from '../../domain/trial/trial-search.ts'
import { migrate } from '../../server/database/migrate.ts'
import { migrations } from '../../server/database/migrations.ts'
import { openTestDatabase, type TestDatabase } from '../support/database-template.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDatabase()
  await sql`drop schema public cascade`.execute(database.db)
  await sql`create schema public`.execute(database.db)
})
afterEach(() => database.close())

const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0011'))
const after = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0012'))

test('patients and trials that were there before the one rule for searching are found by it', async () => {
  const { db } = database
  await migrate(db, () => undefined, before)
  const organisationId = randomUUID()
  await sql`insert into organisation (organisation_id, code, name) values (${organisationId}, 'ZZ001', 'Here')`.execute(
    db,
  )
  await sql`
    insert into patient (patient_id, organisation_id, nhs_number, family_name, given_name, updated_at)
    values (${randomUUID()}, ${organisationId}, '9990000018', 'O’Shaughnessy', 'Łucja', now())`.execute(db)
  const record = { sponsor: { name: 'A Sponsor' }, conditions: [{ text: 'Thymic carcinoma' }] }
  await sql`
    insert into trial (trial_id, registry, registry_id, title, phases, sponsor, registry_status, recruitment_status,
      cancer_type_ids, is_basket, is_mapped, is_open_at_home, criteria_encoded, criteria_total, has_results, record,
      content_hash, version, updated_at)
    values (${randomUUID()}, 'demonstration', 'DEMO-1', 'Title', '{}', 'A Sponsor', 'RECRUITING', 'open', '{}', false,
      false, false, 0, 0, false, ${JSON.stringify(record)}, '', 1, now())`.execute(db)

  await migrate(db, () => undefined, after)

  const patients = await sql<{ search: string }>`select search from patient`.execute(db)
  expect(
    patients.rows.map(({ search }) => ['oshaugh', 'lucja', '0018'].map((text) => isFoundByText(search, text))),
  ).toEqual([[true, true, true]])
  const trials = await sql<{ search: string }>`select search from trial`.execute(db)
  expect(trials.rows.map(({ search }) => isTrialFoundByText(search, 'thymic'))).toEqual([true])
})
