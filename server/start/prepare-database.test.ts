import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import { readConfig } from '../config.ts'
import { readHomeCountries } from '../trial-store/home-countries-repository.ts'
import { prepareDatabase } from './prepare-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const clock = { now: () => new Date('2026-06-15T08:00:00Z') }
const start = (environment: Readonly<Record<string, string>>) =>
  prepareDatabase({ database, config: readConfig({ DEMO_DATA: 'off', ...environment }), clock, say: () => undefined })

test('each start goes by the countries that its setting names, and by the usual one without', async () => {
  const kept = () => database.db.transaction().execute(readHomeCountries)
  await start({ HOME_COUNTRIES: 'GB,IE' })
  expect(await kept()).toEqual(['GB', 'IE'])
  await start({})
  expect(await kept()).toEqual(['GB'])
})
