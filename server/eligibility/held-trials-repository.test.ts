import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TrialRecord } from '#domain/trial/trial-record.ts'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import { demonstrationSeed, testDay, testInstant } from '../../tests/support/demonstration-seed.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Trx } from '../plugins/operation.ts'
import { storeTrial } from '../trial-store/store-trial-repository.ts'
import { readFormerTrials, readHeldTrial, readOpenTrials } from './held-trials-repository.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase({ seed: demonstrationSeed() })
})
afterAll(() => database.close())

const nobody = { databaseRole: 'app_user', organisation: '', account: '', role: '' } as const
const run = <Result>(work: (trx: Trx) => Promise<Result>) => inTransaction(database.db, nobody, work)

async function stored(registryId: string): Promise<{ readonly trialId: string; readonly record: TrialRecord }> {
  const row = await database.db
    .selectFrom('trial')
    .select(['trial_id', 'record'])
    .where('registry_id', '=', registryId)
    .executeTakeFirstOrThrow()
  return { trialId: row.trial_id, record: row.record }
}

/** The same trial as the registry would send it a month later. */
function laterRecord(record: TrialRecord, change: Partial<TrialRecord>): TrialRecord {
  return {
    ...record,
    dates: { ...record.dates, lastUpdated: { on: '2026-07-15', type: 'actual' } },
    dataDate: '2026-07-15',
    ...change,
  }
}

const openIds = async () => (await run((trx) => readOpenTrials(trx, testDay))).map(({ record }) => record.registryId)

test('open trials are those with an open site here; any trial can be read by its id', async () => {
  const rows = await database.db.selectFrom('trial').select(['registry_id', 'is_open_at_home']).execute()
  const open = rows.filter((row) => row.is_open_at_home).map((row) => row.registry_id)
  expect((await openIds()).sort()).toEqual(open.sort())
  const closed = rows.find((row) => !row.is_open_at_home)
  const { trialId } = await stored(closed?.registry_id ?? '')
  expect(await run((trx) => readHeldTrial(trx, trialId, testDay))).toMatchObject({ trialId, isOpenAtHome: false })
  expect(await run((trx) => readHeldTrial(trx, '00000000-0000-4000-8000-00000000dead', testDay))).toBeNull()
})

test('a new version is read at once, as is its closing', async () => {
  const { trialId, record } = await stored('DEMO-UTS-06')
  const before = await run((trx) => readHeldTrial(trx, trialId, testDay))
  const renamed = laterRecord(record, { title: 'A title of its second version' })
  await run((trx) => storeTrial(trx, renamed, { now: testInstant }))
  expect(await run((trx) => readHeldTrial(trx, trialId, testDay))).toMatchObject({
    version: (before?.version ?? 0) + 1,
    record: { title: 'A title of its second version' },
  })
  expect(await openIds()).toContain('DEMO-UTS-06')
  const closing = { ...renamed, recruitmentStatus: 'closed-to-recruitment' as const, dataDate: '2026-07-16' }
  await run((trx) => storeTrial(trx, closing, { now: testInstant }))
  expect(await openIds()).not.toContain('DEMO-UTS-06')
})

test('a version that was rolled back is not remembered, although another takes its number', async () => {
  const { trialId, record } = await stored('DEMO-EWS-03')
  const undone = run(async (trx) => {
    await storeTrial(trx, laterRecord(record, { title: 'Undone' }), { now: testInstant })
    expect((await readHeldTrial(trx, trialId, testDay))?.record.title).toBe('Undone')
    throw new Error('the import failed')
  })
  await expect(undone).rejects.toThrow('the import failed')
  await run((trx) => storeTrial(trx, laterRecord(record, { title: 'Kept' }), { now: testInstant }))
  expect((await run((trx) => readHeldTrial(trx, trialId, testDay)))?.record.title).toBe('Kept')
})

test('rules that nobody else has checked are kept and not used', async () => {
  const { trialId, record } = await stored('DEMO-SBA-02')
  const rulesOf = async () => {
    const held = await run((trx) => readHeldTrial(trx, trialId, testDay))
    return held?.record.criteria.filter(({ expr }) => expr !== null).length
  }
  expect(await rulesOf()).toBeGreaterThan(5)
  const unchecked = { encodedBy: 'Dr A Example', checkedBy: null, effectiveFrom: '2026-07-15' }
  await run((trx) => storeTrial(trx, laterRecord(record, { encoding: unchecked }), { now: testInstant }))
  expect(await rulesOf()).toBe(0)
  expect((await stored('DEMO-SBA-02')).record.criteria).toEqual(record.criteria)
})

test('rules count from their day on, without the trial being taken in again', async () => {
  const { trialId, record } = await stored('DEMO-PEN-01')
  const encoding = { encodedBy: 'Dr A Example', checkedBy: 'Dr B Example', effectiveFrom: '2026-07-20' }
  await run((trx) => storeTrial(trx, laterRecord(record, { encoding }), { now: testInstant }))
  const rulesOn = async (asOf: string) => {
    const held = await run((trx) => readHeldTrial(trx, trialId, asOf))
    const open = (await run((trx) => readOpenTrials(trx, asOf))).find((trial) => trial.trialId === trialId)
    expect(open?.record).toBe(held?.record)
    const former = await run((trx) => readFormerTrials(trx, [{ trialId, version: held?.version ?? 0 }]))
    expect([...former.values()].map((on) => on(asOf).record)).toEqual([held?.record])
    return held?.record.criteria.filter(({ expr }) => expr !== null).length
  }
  const all = record.criteria.length
  // The later day is asked first: what is remembered of it must not count on a day before.
  expect([await rulesOn('2026-07-21'), await rulesOn('2026-07-20'), await rulesOn('2026-07-19')]).toEqual([all, all, 0])
  expect(await rulesOn('2026-07-20')).toBe(all)
})
