import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import { demonstrationSeed } from '../../tests/support/demonstration-seed.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Trx } from '../plugins/operation.ts'
import { keepHomeCountries } from '../trial-store/home-countries-repository.ts'
import { readHeldSites } from './held-sites-repository.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase({ seed: demonstrationSeed() })
})
afterAll(() => database.close())

const caller = { databaseRole: 'app_job', organisation: '', account: '', role: '' } as const
const run = <Result>(work: (trx: Trx) => Promise<Result>) => inTransaction(database.db, caller, work)
const held = () => run(async (trx) => (await readHeldSites(trx)).byTrial)

const someSite = async () => {
  const { site_id, trial_id } = await database.db
    .selectFrom('trial_site')
    .select(['site_id', 'trial_id'])
    .where('country_code', '=', 'GB')
    .where('is_listed', '=', true)
    .orderBy('site_id')
    .executeTakeFirstOrThrow()
  return { siteId: site_id, trialId: trial_id }
}

const rename = (trx: Trx, siteId: string, facility: string) =>
  trx.updateTable('trial_site').set({ facility }).where('site_id', '=', siteId).execute()

test('they are read once for as long as nobody changes any', async () => {
  const first = await held()
  expect(first.size).toBeGreaterThan(0)
  expect(await held()).toBe(first)
})

test('a change of a site is there at once, and one that was rolled back never was', async () => {
  const { siteId, trialId } = await someSite()
  const nameHeld = async () => (await held()).get(trialId)?.find((site) => site.siteId === siteId)?.name
  const before = await nameHeld()
  await run((trx) => rename(trx, siteId, 'Renamed hospital'))
  expect(await nameHeld()).toBe('Renamed hospital')
  const undone = run(async (trx) => {
    await rename(trx, siteId, 'Never called so')
    const inside = await readHeldSites(trx)
    expect(inside.byTrial.get(trialId)?.find((site) => site.siteId === siteId)?.name).toBe('Never called so')
    throw new Error('Undone')
  })
  await expect(undone).rejects.toThrow('Undone')
  expect(await nameHeld()).toBe('Renamed hospital')
  await run((trx) => rename(trx, siteId, before ?? ''))
})

test('where the last who receives referrals leaves, the site can receive none', async () => {
  const receivers = () =>
    run(async (trx) => [...(await readHeldSites(trx)).byTrial.values()].flat().filter((site) => site.canReceive).length)
  expect(await receivers()).toBeGreaterThan(0)
  await run((trx) =>
    trx.updateTable('account').set({ is_active: false }).where('role', 'in', ['site-nurse', 'investigator']).execute(),
  )
  expect(await receivers()).toBe(0)
})

test('sites of another country are those of another country', async () => {
  const { siteId } = await someSite()
  const french = await run(async (trx) => {
    await trx.updateTable('trial_site').set({ country_code: 'FR' }).where('site_id', '=', siteId).execute()
    await keepHomeCountries(trx, ['FR'])
    return readHeldSites(trx)
  })
  expect(french.homeCountries).toEqual(['FR'])
  expect([...french.byTrial.values()].flat().map((site) => site.siteId)).toEqual([siteId])
})
