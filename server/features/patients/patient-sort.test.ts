import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../tests/support/database-template.ts'
import { demonstrationSeed } from '../../../tests/support/demonstration-seed.ts'
import { nextOfPart, type PatientListQuery } from './patient-list-repository.ts'
import { listParts, patientSorts } from './patient-sort.ts'

let database: TestDatabase
let organisationId: string
let teamId: string

beforeAll(async () => {
  database = await openTestDatabase({ seed: demonstrationSeed() })
  const { organisation_id, team_id } = await database.db
    .selectFrom('team')
    .select(['organisation_id', 'team_id'])
    .executeTakeFirstOrThrow()
  organisationId = organisation_id
  teamId = team_id
})
afterAll(() => database.close())

const sorts = ['name', 'bornOn', 'diagnosedOn', 'candidates', 'updated'] as const

test.each(sorts.flatMap((sort) => [[sort, true] as const, [sort, false] as const]))(
  'the first patients by %s, ascending %s, are read in the order of an index',
  async (sort, isAscending) => {
    const scope = { organisationId, teamIds: [teamId], namedRoles: [], openedPatientIds: [] }
    const query: PatientListQuery = { scope, filters: {}, sort, isAscending, limit: 50 }
    const [first] = listParts(patientSorts[sort], organisationId, null, query)
    if (first === undefined) throw new Error('A list has no part to begin with.')
    const plan = await database.db.transaction().execute(async (trx) => {
      // So few patients are sorted as quickly; without it, sorting is left for what no index can put in order.
      await sql`set local enable_sort = off`.execute(trx)
      const { rows } = await sql<Record<string, string>>`explain ${nextOfPart(query, first, 51)}`.execute(trx)
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    })
    expect(plan).not.toMatch(/Sort/)
    expect(plan).toMatch(/Index (Only )?Scan/)
  },
)
