import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { demonstrationPassword } from '../../../mocks/data/accounts/demonstration-accounts.ts'
import { auditRows, lastAuditSequence } from '../../../tests/support/audit-rows.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import { testInstant } from '../../../tests/support/demonstration-seed.ts'
import { expectProblem } from '../../../tests/support/expect-problem.ts'

type Account = components['schemas']['Account']

const newPassword = 'kettle osprey minted 41'
const hour = 60 * 60_000

let app: TestApp
let now = testInstant
let administrator: Send

beforeAll(async () => {
  app = await openTestApp({ clock: { now: () => now } })
})
afterAll(() => app.close())
beforeEach(async () => {
  now = testInstant
  await sql`delete from sign_in_failures`.execute(app.database.db)
  administrator = await app.signInAs('administrator')
})

const accounts = async () =>
  (await administrator({ method: 'GET', url: '/api/accounts' })).json<{ items: Account[] }>().items
async function accountOf(email: string): Promise<Account> {
  const found = (await accounts()).find((account) => account.email === email)
  if (!found) throw new Error(`Nobody has the address ${email}.`)
  return found
}
const change = (send: Send, { accountId, version }: Account, payload: object) =>
  send({ method: 'PUT', url: `/api/accounts/${accountId}`, headers: { 'if-match': `"${version}"` }, payload })
const close = (send: Send, { accountId, version }: Account) =>
  send({ method: 'POST', url: `/api/accounts/${accountId}/closing`, headers: { 'if-match': `"${version}"` } })
const makeLink = (send: Send, { accountId }: Account) =>
  send({ method: 'POST', url: `/api/accounts/${accountId}/recovery-link` })
const recover = (token: string, password = newPassword) =>
  app.send({ method: 'POST', url: '/api/recovery', payload: { token, password } })
const signIn = (email: string, password = demonstrationPassword, remoteAddress = '127.0.0.1') =>
  app.send({ method: 'POST', url: '/api/session', payload: { email, password }, remoteAddress })

/** A second administrator, signed in. */
async function anotherAdministrator(email: string): Promise<{ send: Send; account: Account }> {
  const payload = { name: 'Second', email, role: 'administrator', organisationId: null, password: newPassword }
  const made = await administrator({ method: 'POST', url: '/api/accounts', payload })
  expect(made.statusCode, made.body).toBe(201)
  const session = (await signIn(email, newPassword)).cookies.find(({ name }) => name === 'session')?.value ?? ''
  return { send: (request) => app.send({ ...request, cookies: { session } }), account: made.json<Account>() }
}

describe('the last administrator', () => {
  test('of two who close each other at the same moment stays', async () => {
    const second = await anotherAdministrator('second@example.org')
    const own = await accountOf('administrator@zz001.example')
    const answers = await Promise.all([close(administrator, second.account), close(second.send, own)])
    const open = await sql<{ count: number }>`
      select count(*)::int as count from account where role = 'administrator' and is_active`.execute(app.database.db)
    expect(open.rows[0]?.count, answers.map(({ body }) => body).join()).toBe(1)
    const kinds = answers.map(({ statusCode }) => statusCode).toSorted()
    expect(kinds[0]).toBe(200)
    expect([401, 409]).toContain(kinds[1])
    await sql`update account set is_active = true where email = 'administrator@zz001.example'`.execute(app.database.db)
    await sql`update account set is_active = false where email = 'second@example.org'`.execute(app.database.db)
  })

  test('is not closed by a request of somebody who was let in just before they were closed themselves', async () => {
    const second = await anotherAdministrator('third@example.org')
    const own = await accountOf('administrator@zz001.example')
    // As it stands when the other's change is committed between this request's admission and its work.
    await sql`
      create function close_third() returns trigger language plpgsql security definer as $$
      begin
        update account set is_active = false where email = 'third@example.org' and is_active;
        return new;
      end $$`.execute(app.database.db)
    await sql`
      create trigger session_used after update on session for each row execute function close_third()`.execute(
      app.database.db,
    )
    now = new Date(testInstant.getTime() + 60_000)
    expectProblem(await close(second.send, own), {
      status: 409,
      kind: 'last-administrator',
      remedy: 'Make another account an administrator first',
    })
    await sql`drop trigger session_used on session`.execute(app.database.db)
  })
})

describe('nobody raises their own rights', () => {
  test('an administrator who tries is refused, and the attempt is written down', async () => {
    const after = await lastAuditSequence(app.database.db)
    const own = await accountOf('administrator@zz001.example')
    const body = { name: own.name, role: 'privacy-officer', organisationId: null }
    expectProblem(await change(administrator, own, body), {
      status: 403,
      kind: 'own-account',
      remedy: 'Ask another administrator',
    })
    expectProblem(await close(administrator, own), { status: 403, kind: 'own-account' })
    const denied = (await auditRows(app.database.db, after)).filter(({ outcome }) => outcome === 'denied')
    expect(denied).toMatchObject([
      { operation: 'changeAccount', account_id: own.accountId, reason: 'own-account' },
      { operation: 'closeAccount', account_id: own.accountId, reason: 'own-account' },
    ])
    const again = await administrator({ method: 'GET', url: '/api/accounts' })
    expect(again.statusCode).toBe(200)
  })
})

test('what was changed of an account is written down by the names of the fields', async () => {
  const account = await accountOf('nurse@zz003.example')
  const after = await lastAuditSequence(app.database.db)
  const organisationId = account.organisation?.organisationId
  expect(
    (await change(administrator, account, { name: account.name, role: 'oncologist', organisationId })).statusCode,
  ).toBe(200)
  expect(await auditRows(app.database.db, after)).toMatchObject([
    { operation: 'changeAccount', action: 'change', outcome: 'done', account_id: account.accountId, fields: ['role'] },
  ])
})

describe('a recovery link', () => {
  const email = 'nurse@zz002.example'
  const linkFor = async (address = email) =>
    (await makeLink(administrator, await accountOf(address))).json<{ token: string }>().token

  test('is kept as a hash, is not logged, and tells the administrator no password', async () => {
    const after = await lastAuditSequence(app.database.db)
    const token = await linkFor()
    expect((await recover(token)).statusCode).toBe(204)
    const { rows } = await sql`select * from one_time_link`.execute(app.database.db)
    const written = JSON.stringify([rows, await auditRows(app.database.db, after)])
    expect(written).not.toContain(token)
    expect(written).not.toContain(newPassword)
    const { accountId } = await accountOf(email)
    expect((await auditRows(app.database.db, after)).filter(({ action }) => action === 'change')).toMatchObject([
      { operation: 'createRecoveryLink', actor_kind: 'person', account_id: accountId },
      { operation: 'recoverAccount', actor_kind: 'nobody', account_id: accountId },
    ])
  })

  test('works until its 24 hours are over, and not at that time', async () => {
    const refused = { status: 403, kind: 'link-not-valid', remedy: 'Ask an administrator for a new link' }
    const late = await linkFor()
    now = new Date(testInstant.getTime() + 24 * hour)
    expectProblem(await recover(late), refused)
    now = new Date(testInstant.getTime() + 24 * hour - 1)
    expect((await recover(late)).statusCode).toBe(204)
  })

  test('sets one password of two who use it at the same moment', async () => {
    const token = await linkFor()
    const answers = await Promise.all([recover(token), recover(token, 'violet anchor sundial 8')])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 403])
  })

  test('is void once the account is closed', async () => {
    const token = await linkFor('site-nurse@zz002.example')
    expect((await close(administrator, await accountOf('site-nurse@zz002.example'))).statusCode).toBe(200)
    expectProblem(await recover(token), { status: 403, kind: 'link-not-valid' })
  })

  test('is refused for somebody who signs in through a provider, as there is no password to set', async () => {
    await sql`update account set password_hash = null, external_subject = 'https://provider.example 7'
      where email = 'investigator@zz002.example'`.execute(app.database.db)
    const account = await accountOf('investigator@zz002.example')
    expect(account.signsInWith).toBe('provider')
    expectProblem(await makeLink(administrator, account), { status: 409, kind: 'no-password' })
  })

  test('lets its owner in although strangers have guessed at the account for an hour', async () => {
    await recover(await linkFor())
    for (let guess = 0; guess < 5; guess += 1) await signIn(email, 'a guess', '10.4.0.1')
    await sql`update sign_in_failures set failures = 100, first_at = ${now}, last_at = ${now}`.execute(app.database.db)
    expectProblem(await signIn(email, newPassword, '10.4.0.2'), { status: 429, kind: 'too-many-attempts' })
    const recovered = await recover(await linkFor())
    const device = recovered.cookies.find(({ name }) => name === 'device')?.value ?? ''
    const payload = { email, password: newPassword }
    const answer = await app.send({ method: 'POST', url: '/api/session', payload, cookies: { device } })
    expect(answer.statusCode, answer.body).toBe(200)
  })
})
