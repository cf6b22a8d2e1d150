import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import { answerOnce, removeOldAnswers } from './idempotency-repository.ts'
import type { Caller } from './operation.ts'
import { Problem } from './problem.ts'

let database: TestDatabase
const nurse: Caller = {
  accountId: randomUUID(),
  name: 'A nurse',
  role: 'nurse',
  organisation: null,
  teamIds: [],
  namedRoles: [],
  openedPatientIds: [],
  trialDuties: [],
}
const other: Caller = { ...nurse, accountId: randomUUID() }

beforeAll(async () => {
  database = await openTestDatabase()
  for (const { accountId, name, role } of [nurse, other]) {
    const account = { account_id: accountId, email: accountId, name, role, organisation_id: null, password_hash: '' }
    await database.db.insertInto('account').values(account).execute()
  }
})
afterAll(() => database.close())

/** Sends a form once and counts how often its work was done. */
function form(caller = nurse) {
  let done = 0
  let repeated = 0
  const audit = {
    repeated: () => {
      repeated += 1
    },
  }
  const send = (key: string, content: object = { to: 'received' }, fails = false) =>
    database.db.transaction().execute((trx) =>
      answerOnce(trx, { caller, key, operation: 'moveReferral', content, audit }, async () => {
        done += 1
        if (fails) throw new Error('the work failed')
        return { body: { done } }
      }),
    )
  return { send, times: () => done, repeats: () => repeated }
}

describe('a form that is sent', () => {
  test('again is answered as the first time, and its work is done once', async () => {
    const { send, times, repeats } = form()
    const key = randomUUID()
    const first = await send(key)
    expect(repeats()).toBe(0)
    expect(await send(key)).toEqual(first)
    expect(times()).toBe(1)
    expect(repeats()).toBe(1)
  })

  test('twice at the same moment is done once', async () => {
    const { send, times } = form()
    const key = randomUUID()
    const [one, two] = await Promise.all([send(key), send(key)])
    expect(one).toEqual(two)
    expect(times()).toBe(1)
  })

  test('with another content under the same key is refused', async () => {
    const { send, times } = form()
    const key = randomUUID()
    await send(key)
    const refusal = await send(key, { to: 'cancelled' }).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Problem)
    expect(refusal).toMatchObject({ status: 422, type: 'urn:problem:key-reused' })
    expect(times()).toBe(1)
  })

  test('by two people with the same key is done for each', async () => {
    const key = randomUUID()
    const [mine, theirs] = [form(), form(other)]
    await mine.send(key)
    await theirs.send(key)
    expect([mine.times(), theirs.times()]).toEqual([1, 1])
  })

  test('again after it failed is done then', async () => {
    const { send, times } = form()
    const key = randomUUID()
    await expect(send(key, { to: 'received' }, true)).rejects.toThrow('the work failed')
    expect(await send(key)).toEqual({ body: { done: 2 } })
    expect(times()).toBe(2)
  })
})

test('an answer is kept for a day and then taken away, because it holds what the referral held', async () => {
  const { send } = form()
  const key = randomUUID()
  await send(key)
  const isKept = async (hoursLater: number) => {
    const later = new Date(Date.now() + hoursLater * 60 * 60 * 1000)
    await database.db.transaction().execute((trx) => removeOldAnswers(trx, later))
    const rows = await database.db.selectFrom('idempotency_key').select('key').where('key', '=', key).execute()
    return rows.length === 1
  }
  expect(await isKept(23)).toBe(true)
  expect(await isKept(25)).toBe(false)
})
