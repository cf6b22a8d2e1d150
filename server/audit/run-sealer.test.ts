import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addSystemEvents, auditRows } from '../../tests/support/audit-rows.ts'
import { openTestDatabase, type TestDatabase, testEngine } from '../../tests/support/database-template.ts'
import { openDatabase } from '../database/open-database.ts'
import { inTransaction } from '../database/transaction.ts'
import { runSealer, sealAll } from './run-sealer.ts'
import { sealNextEvents } from './seal-chain-repository.ts'
import { verifyChain } from './verify-chain.ts'

const sealer = { databaseRole: 'app_job', organisation: '', account: '', role: '' } as const
const clock = { now: () => new Date('2026-06-15T08:00:00Z') }

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDatabase()
})
afterEach(() => database.close())

const links = () => database.db.selectFrom('audit_link').selectAll().orderBy('position').execute()
const verdict = () =>
  verifyChain({
    transact: (work) => inTransaction(database.db, sealer, work),
    writtenDown: null,
    signal: new AbortController().signal,
  })

test('everything that waits is linked, in the order in which it was written', async () => {
  await addSystemEvents(database.db, 205, clock.now())
  expect(await sealAll({ db: database.db, clock })).toBe(205)
  const events = await auditRows(database.db)
  expect((await links()).map(({ event_id }) => event_id)).toEqual(events.map(({ event_id }) => event_id))
  expect(await sealAll({ db: database.db, clock })).toBe(0)
})

test('what was being linked when the process was killed is linked again from where the chain was', async () => {
  await addSystemEvents(database.db, 4, clock.now())
  const killed = inTransaction(database.db, sealer, async (trx) => {
    expect(await sealNextEvents(trx, { now: clock.now(), atMost: 3 })).toBe(3)
    throw new Error('killed')
  })
  await expect(killed).rejects.toThrow('killed')
  expect(await links()).toEqual([])
  expect(await sealAll({ db: database.db, clock })).toBe(4)
  expect(await verdict()).toMatchObject({ kind: 'whole', head: { position: 4 } })
})

describe('running beside the requests', () => {
  test('links what comes, and once more when it stops', async () => {
    const failures: unknown[] = []
    const onFailure = (error: unknown) => failures.push(error)
    const running = runSealer({ db: database.db, clock, onFailure, restMilliseconds: 5 })
    await addSystemEvents(database.db, 3, clock.now())
    await vi.waitFor(async () => expect(await links()).toHaveLength(3))
    await addSystemEvents(database.db, 2, clock.now())
    await running.stop()
    expect(await links()).toHaveLength(5)
    expect(failures).toEqual([])
  })

  test('tells of a fault and goes on when it is mended', async () => {
    const failures: unknown[] = []
    let isBroken = true
    const brokenClock = {
      now() {
        if (isBroken) throw new Error('no time')
        return clock.now()
      },
    }
    const onFailure = (error: unknown) => failures.push(error)
    const running = runSealer({ db: database.db, clock: brokenClock, onFailure, restMilliseconds: 1 })
    await vi.waitFor(() => expect(failures.length).toBeGreaterThan(1))
    isBroken = false
    await addSystemEvents(database.db, 1, clock.now())
    await vi.waitFor(async () => expect(await links()).toHaveLength(1))
    await running.stop()
  })
})

describe.runIf(testEngine === 'postgres')('on a server', () => {
  test('an event that is committed late gets the next link, and the chain is whole', async () => {
    const second = await openDatabase(database.location)
    try {
      let commit = () => {}
      const held = new Promise<void>((resolve) => {
        commit = resolve
      })
      let isWritten = () => {}
      const writing = new Promise<void>((resolve) => {
        isWritten = resolve
      })
      const late = second.db.transaction().execute(async (trx) => {
        await addSystemEvents(trx, 1, clock.now())
        isWritten()
        await held
      })
      await writing
      await addSystemEvents(database.db, 2, clock.now())
      expect(await sealAll({ db: database.db, clock })).toBe(2)
      commit()
      await late
      expect(await sealAll({ db: database.db, clock })).toBe(1)
      const sequences = (await links()).map(({ sequence }) => sequence)
      expect(sequences[2]).toBeLessThan(sequences[0] ?? 0)
      expect(await verdict()).toMatchObject({ kind: 'whole', waiting: 0 })
    } finally {
      await second.close()
    }
  })

  test('of two servers one links and the other does not wait', async () => {
    const second = await openDatabase(database.location)
    try {
      await addSystemEvents(database.db, 3, clock.now())
      await inTransaction(database.db, sealer, async (trx) => {
        expect(await sealNextEvents(trx, { now: clock.now(), atMost: 2 })).toBe(2)
        expect(await sealAll({ db: second.db, clock })).toBe(0)
      })
      expect(await sealAll({ db: second.db, clock })).toBe(1)
      await addSystemEvents(database.db, 40, clock.now())
      const both = await Promise.all([database, second].map(({ db }) => sealAll({ db, clock })))
      expect(both.reduce((sum, count) => sum + count)).toBe(40)
      expect(await verdict()).toMatchObject({ kind: 'whole', head: { position: 43 } })
    } finally {
      await second.close()
    }
  })

  test('a request that writes its event waits for no sealer', async () => {
    const second = await openDatabase(database.location)
    try {
      await addSystemEvents(database.db, 3, clock.now())
      await inTransaction(database.db, sealer, async (trx) => {
        await sealNextEvents(trx, { now: clock.now(), atMost: 3 })
        await addSystemEvents(second.db, 1, clock.now())
      })
      expect(await auditRows(database.db)).toHaveLength(4)
    } finally {
      await second.close()
    }
  })
})
