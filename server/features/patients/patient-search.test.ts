import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { soughtPieces } from '#domain/identity/patient-search.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import { addSearchedPatient, walkPatients } from '../../../tests/support/patient-search.ts'

import { inOrder, type Person, patientSearchCases, people } from '../../../tests/support/patient-search-cases.ts'

let app: TestApp
let nurse: Send
const nameOf = new Map<string, Person>()

beforeAll(async () => {
  app = await openTestApp()
  nurse = await app.signInAs('nurse', 'ZZ006')
  for (const [name, person] of Object.entries(people)) {
    for (const id of await addSearchedPatient(app.database, person, 'ZZ006')) nameOf.set(id, name as Person)
  }
})
afterAll(() => app.close())

/** Of the people who were added; the demonstration has others. */
async function found(text: string): Promise<readonly Person[]> {
  const rows = await walkPatients(nurse, { filters: { text } })

  return inOrder(rows.flatMap(({ patientId }) => nameOf.get(patientId) ?? []))
}

test.each(patientSearchCases)('"%s" finds %j', async (typed, names) => {
  expect(await found(typed)).toEqual(inOrder(names))
})

test('a text of as many words as fit is answered', async () => {
  expect(await found('o '.repeat(50))).toEqual(await found('o'))
})

describe('of a hundred thousand people', () => {
  beforeAll(async () => {
    await sql`
      insert into patient (patient_id, organisation_id, team_id, family_name, given_name, search, updated_at)
      select gen_random_uuid(), organisation_id, team_id, family || place, 'Sam', ' ' || family || place || ' sam', now()
      from organisation join team using (organisation_id), (select place, chr(97 + place % 26) || chr(97 + place / 26 % 26) || 'land' as family
        from generate_series(1, 100000) as place) as many
      where code = 'ZZ006'`.execute(app.database.db)
    await sql`analyze patient`.execute(app.database.db)
  })

  test.each(['oshaugh', 'O’Shaugh', 'Smith-Jones', 'ABDIRAHMAN, Bart', '999 000 0018'])(
    '"%s" is answered by the index',
    async (typed) => {
      const asked = soughtPieces(typed).map((pieces) => pieces.map((piece) => `%${piece}%`))
      for (const patterns of asked) {
        const plan = await planInside(app.database, patterns)
        expect(plan).toContain('Bitmap Index Scan on patient_search')
        expect(plan).not.toContain('Seq Scan on patient')
      }
    },
  )
})

/** How the function that looks for names finds them: its own statement, since a function shows no plan. */
async function planInside({ db }: TestApp['database'], patterns: readonly string[]): Promise<string> {
  const { rows: bodies } = await sql<{ body: string }>`
    select prosrc as body from pg_proc where proname = 'patients_named'`.execute(db)
  const statement = bodies[0]?.body.replace('unnest(patterns)', `unnest('{${patterns.join(',')}}'::text[])`) ?? ''
  const { rows } = await sql<Record<string, string>>`explain ${sql.raw(statement)}`.execute(db)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}
