import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import { exampleStudyWith } from '../interchange/clinical-trials-gov/example-study.ts'
import { parseStudy } from '../interchange/clinical-trials-gov/parse-study.ts'
import type { Trx } from '../plugins/operation.ts'
import { keepHomeCountries, readHomeCountries } from './home-countries-repository.ts'
import { storeTrial } from './store-trial-repository.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  for (const table of ['trial', 'job', 'setting'] as const) await database.db.deleteFrom(table).execute()
})

const run = <Result>(work: (trx: Trx) => Promise<Result>) => database.db.transaction().execute(work)
const keep = (...countries: string[]) => run((trx) => keepHomeCountries(trx, countries))

async function storeTrialIn(nctId: string, country: string, overallStatus = 'RECRUITING'): Promise<void> {
  const parsed = parseStudy(
    exampleStudyWith({
      identificationModule: { nctId },
      statusModule: { overallStatus },
      contactsLocationsModule: { locations: [{ facility: 'Hospital', city: 'Exampleton', country }] },
    }),
  )
  if (!('ok' in parsed)) throw new Error(JSON.stringify(parsed.problems))
  await run((trx) => storeTrial(trx, parsed.ok, { now: new Date('2030-06-01T12:00:00Z') }))
}

async function openTrials(): Promise<string[]> {
  const open = database.db.selectFrom('trial').select('registry_id').where('is_open_at_home', '=', true)
  return (await open.orderBy('registry_id').execute()).map(({ registry_id }) => registry_id)
}

describe('the countries to whose sites patients are referred', () => {
  test('are the United Kingdom until somebody says otherwise', async () => {
    expect(await run(readHomeCountries)).toEqual(['GB'])
    expect(await keep('GB')).toBe(0)
    expect(await run(readHomeCountries)).toEqual(['GB'])
  })

  test('open and close the trials held, and ask for their screening', async () => {
    await storeTrialIn('NCT09990001', 'United Kingdom')
    await storeTrialIn('NCT09990002', 'Ireland')
    await storeTrialIn('NCT09990003', 'Ireland', 'COMPLETED')
    await database.db.deleteFrom('job').execute()
    expect(await openTrials()).toEqual(['NCT09990001'])

    expect(await keep('GB', 'IE')).toBe(1)
    expect(await openTrials()).toEqual(['NCT09990001', 'NCT09990002'])
    const irish = database.db.selectFrom('trial').select('trial_id').where('registry_id', '=', 'NCT09990002')
    expect(await database.db.selectFrom('job').select(['kind', 'subject']).execute()).toEqual([
      { kind: 'rescreen-trial', subject: (await irish.executeTakeFirstOrThrow()).trial_id },
    ])
    expect(await keep('IE', 'GB')).toBe(0)
    expect(await keep('IE')).toBe(1)
    expect(await openTrials()).toEqual(['NCT09990002'])
  })

  test('hold for whatever is imported after', async () => {
    await keep('GB', 'IE')
    await storeTrialIn('NCT09990002', 'Ireland')
    await storeTrialIn('NCT09990004', 'France')
    expect(await openTrials()).toEqual(['NCT09990002'])
  })
})
