import { sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addSystemEvents } from '../../tests/support/audit-rows.ts'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import type { Database } from '../database/schema.ts'
import type { ChainHead } from './chain-repository.ts'
import { sealAll } from './run-sealer.ts'
import { sealNextEvents } from './seal-chain-repository.ts'
import { type ChainVerdict, verifyChain } from './verify-chain.ts'

const eventCount = 12
const start = new Date('2026-06-15T08:00:00Z')
const minutesLater = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
  await addSystemEvents(database.db, eventCount, start)
  expect(await sealAll({ db: database.db, clock: { now: () => start } })).toBe(eventCount)
})
afterAll(() => database.close())

const { signal } = new AbortController()
const verify = (trx: Transaction<Database>, writtenDown: ChainHead | null = null) =>
  verifyChain({ transact: (work) => work(trx), writtenDown, signal })
const seal = (trx: Transaction<Database>, now = start) => sealNextEvents(trx, { now, atMost: 1000 })

/** Does something to the chain, says what comes of it, and undoes it for the next test. */
async function after<Found>(change: (trx: Transaction<Database>) => Promise<Found>): Promise<Found> {
  const undoing = new Error('undo')
  let found: Found | undefined
  await database.db
    .transaction()
    .execute(async (trx) => {
      found = await change(trx)
      throw undoing
    })
    .catch((error: unknown) => {
      if (error !== undoing) throw error
    })
  if (found === undefined) throw new Error('The change was not made.')
  return found
}

/** The verdict after somebody who may do anything with the database, whose triggers and foreign keys sleep, was at it. */
function verdictAfter(
  change: (trx: Transaction<Database>) => Promise<unknown>,
  writtenDown: ChainHead | null = null,
): Promise<ChainVerdict> {
  return after(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    await change(trx)
    return verify(trx, writtenDown)
  })
}

const headNow = () =>
  after(async (trx) => {
    const verdict = await verify(trx)
    if (verdict.kind !== 'whole') throw new Error(`The chain is ${JSON.stringify(verdict)}`)
    return verdict.head
  })

const eventAt = sql.raw('select event_id from audit_link where position =')

describe('a chain that nobody touched', () => {
  test('is whole, and its end can be written down', async () => {
    const head = await headNow()
    expect(head).toEqual({ position: eventCount, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(await verdictAfter(async () => {}, head)).toEqual({ kind: 'whole', head, waiting: 0, late: 0 })
  })

  test('stays whole as it grows, and still is the one that was written down', async () => {
    const head = await headNow()
    const [waiting, grown] = await after(async (trx) => {
      await addSystemEvents(trx, 3, start)
      const before = await verify(trx, head)
      expect(await seal(trx)).toBe(3)
      return [before, await verify(trx, head)]
    })
    expect(waiting).toMatchObject({ kind: 'whole', waiting: 3 })
    expect(grown).toMatchObject({ kind: 'whole', waiting: 0, head: { position: eventCount + 3 } })
  })

  test.each([
    [10, 0],
    [11, 2],
  ])('of two events linked %i minutes after they happened calls %i late', async (minutes, late) => {
    const verdict = await verdictAfter(async (trx) => {
      await addSystemEvents(trx, 2, start)
      await seal(trx, minutesLater(minutes))
    })
    expect(verdict).toMatchObject({ kind: 'whole', late })
  })
})

describe('tampering is found where it was done:', () => {
  test.each([
    ['what somebody did', sql`operation = 'job:nothing'`],
    ['when', sql`at = at + interval '1 hour'`],
    ['the patients', sql`patient_ids = array[gen_random_uuid()]`],
    ['whose officers may read it', sql`organisation_ids = array[gen_random_uuid()]`],
    ['the outcome', sql`outcome = 'failed'`],
    ['the number found', sql`result_count = null`],
    ['the fields', sql`fields = array['one two']`],
    ['the actor', sql`actor_name = 'Somebody else'`],
  ])('%s changed in an event', async (_, change) => {
    const verdict = await verdictAfter((trx) =>
      sql`update audit_event set ${change} where event_id = (${eventAt} 5)`.execute(trx),
    )
    expect(verdict).toMatchObject({ kind: 'broken', position: 5, what: expect.stringContaining('was changed') })
  })

  test.each([
    ['hash', sql`hash = repeat('a', 64)`],
    ['time', sql`linked_at = linked_at + interval '1 second'`],
    ['number', sql`sequence = sequence + 1000`],
  ])('the %s of a link changed', async (_, change) => {
    const verdict = await verdictAfter((trx) => sql`update audit_link set ${change} where position = 7`.execute(trx))
    expect(verdict).toMatchObject({ kind: 'broken', position: 7 })
  })

  test('an event deleted', async () => {
    const verdict = await verdictAfter((trx) =>
      sql`delete from audit_event where event_id = (${eventAt} 5)`.execute(trx),
    )
    expect(verdict).toMatchObject({ kind: 'broken', position: 5, what: expect.stringMatching(/was deleted/) })
  })

  test('an event deleted with its link', async () => {
    const verdict = await verdictAfter(async (trx) => {
      await sql`delete from audit_event where event_id = (${eventAt} 5)`.execute(trx)
      await sql`delete from audit_link where position = 5`.execute(trx)
    })
    expect(verdict).toMatchObject({ kind: 'broken', position: 5, what: 'This link was deleted.' })
  })

  test('an event deleted with its link and the rest moved up', async () => {
    const verdict = await verdictAfter(async (trx) => {
      await sql`delete from audit_link where position = 5`.execute(trx)
      for (let position = 6; position <= eventCount; position += 1) {
        await sql`update audit_link set position = ${position - 1} where position = ${position}`.execute(trx)
      }
      await sql`update audit_head set position = position - 1`.execute(trx)
    })
    expect(verdict).toMatchObject({ kind: 'broken', position: 5 })
  })

  test('two events swapped in their links', async () => {
    const verdict = await verdictAfter(async (trx) => {
      const of = async (position: number) => {
        const { rows } = await sql<{ event_id: string }>`${eventAt} ${position}`.execute(trx)
        return rows[0]?.event_id
      }
      const [third, fourth] = [await of(3), await of(4)]
      const spare = '00000000-0000-4000-8000-000000000000'
      const put = (position: number, event: string | undefined) =>
        sql`update audit_link set event_id = ${event}::uuid where position = ${position}`.execute(trx)
      await put(3, spare)
      await put(4, third)
      await put(3, fourth)
    })
    expect(verdict).toMatchObject({ kind: 'broken', position: 3 })
  })

  test('an event put in with a link of its own', async () => {
    const verdict = await verdictAfter(async (trx) => {
      await addSystemEvents(trx, 1, start)
      for (let position = eventCount; position >= 5; position -= 1) {
        await sql`update audit_link set position = ${position + 1} where position = ${position}`.execute(trx)
      }
      await sql`
        insert into audit_link (position, event_id, sequence, linked_at, hash)
        select 5, event_id, sequence, at, repeat('b', 64) from audit_event order by sequence desc limit 1`.execute(trx)
      await sql`update audit_head set position = position + 1`.execute(trx)
    })
    expect(verdict).toMatchObject({ kind: 'broken', position: 5 })
  })

  test('an event put in among those that have long been linked, which no sealer takes for new', async () => {
    const verdict = await verdictAfter(async (trx) => {
      await addSystemEvents(trx, 1, minutesLater(20))
      await seal(trx, minutesLater(20))
      await sql`
        insert into audit_event overriding system value
        select (jsonb_populate_record(audit_event, jsonb_build_object('event_id', gen_random_uuid(), 'sequence', -1))).*
        from audit_event order by sequence limit 1`.execute(trx)
      expect(await seal(trx, minutesLater(21))).toBe(0)
    })
    const what = expect.stringMatching(/is outside the chain/)
    expect(verdict).toMatchObject({ kind: 'broken', position: null, what })
  })

  test.each([1, 4, eventCount])('the last %i links cut off with their events', async (count) => {
    const verdict = await verdictAfter(async (trx) => {
      await sql`delete from audit_event where event_id in (
        select event_id from audit_link where position > ${eventCount - count})`.execute(trx)
      await sql`delete from audit_link where position > ${eventCount - count}`.execute(trx)
    })
    expect(verdict).toMatchObject({
      kind: 'broken',
      position: eventCount - count + 1,
      what: expect.stringContaining(`the last ${count} were cut off`),
    })
  })

  test.each([
    ['given another hash', sql`update audit_head set hash = repeat('c', 64)`, eventCount],
    ['taken away', sql`delete from audit_head`, null],
    ['set back', sql`update audit_head set position = 11`, 11],
    [
      'set back to a link that fits',
      sql`update audit_head set (position, hash) = (select position, hash from audit_link where position = 11)`,
      12,
    ],
  ])('the head %s', async (_, statement, position) => {
    expect(await verdictAfter((trx) => statement.execute(trx))).toMatchObject({ kind: 'broken', position })
  })

  test('a head set back with the end cut off, by the end that was written down elsewhere', async () => {
    const cutOff = async (trx: Transaction<Database>) => {
      await sql`delete from audit_event where event_id = (${eventAt} ${eventCount})`.execute(trx)
      await sql`delete from audit_link where position = ${eventCount}`.execute(trx)
      await sql`update audit_head set (position, hash) =
        (select position, hash from audit_link order by position desc limit 1)`.execute(trx)
    }
    expect(await verdictAfter(cutOff)).toMatchObject({ kind: 'whole' })
    expect(await verdictAfter(cutOff, await headNow())).toMatchObject({ kind: 'broken', position: eventCount })
  })

  test('a chain made anew over changed events, by the end that was written down elsewhere', async () => {
    const makeAnew = async (trx: Transaction<Database>) => {
      await sql`update audit_event set operation = 'job:nothing' where event_id = (${eventAt} 5)`.execute(trx)
      await sql`delete from audit_link`.execute(trx)
      await sql`update audit_head set position = 0, hash = repeat('0', 64), linked_at = null`.execute(trx)
      expect(await seal(trx)).toBe(eventCount)
    }
    expect(await verdictAfter(makeAnew)).toMatchObject({ kind: 'whole' })
    expect(await verdictAfter(makeAnew, await headNow())).toMatchObject({ kind: 'broken', position: eventCount })
  })
})

test('a verification that is stopped proves nothing', async () => {
  const stopped = AbortSignal.abort()
  const verdict = await after((trx) =>
    verifyChain({ transact: (work) => work(trx), writtenDown: null, signal: stopped }),
  )
  expect(verdict).toEqual({ kind: 'stopped' })
})
