import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import { testInstant } from '../../../tests/support/demonstration-seed.ts'
import { expectProblem } from '../../../tests/support/expect-problem.ts'

type Schemas = components['schemas']

const password = 'twelve letters or more'
const minute = 60_000

let app: TestApp

beforeAll(async () => {
  app = await openTestApp({ demonstration: false })
})
afterAll(() => app.close())
beforeEach(async () => {
  for (const table of ['session', 'one_time_link', 'account', 'organisation']) {
    await sql`delete from ${sql.table(table)}`.execute(app.database.db)
  }
})

/** Prepares a link as the first start does, and returns its secret part. */
async function printLink(expiresAt = new Date(testInstant.getTime() + minute)): Promise<string> {
  const token = randomUUID()
  const token_hash = createHash('sha256').update(token).digest('hex')
  const link = {
    token_hash,
    purpose: 'first-administrator',
    expires_at: expiresAt,
    used_at: null,
  } as const
  await app.database.db.insertInto('one_time_link').values(link).execute()
  return token
}

function followLink(token: string, email = 'first@example.org') {
  const payload = { token, name: ' Ada Administrator ', email, password }
  return app.send({ method: 'POST', url: '/api/first-administrator', payload })
}

/** Makes the first administrator, and sends as that person. */
async function firstAdministrator(): Promise<Send> {
  const answer = await followLink(await printLink())
  expect(answer.statusCode, answer.body).toBe(201)
  const session = answer.cookies[0]?.value ?? ''
  return (request) => app.send({ ...request, cookies: { session } })
}

const sessionOf = async (send: Send) => (await send({ method: 'GET', url: '/api/session' })).json<Schemas['Session']>()

const refusal = { status: 403, kind: 'link-not-valid', remedy: 'Start the server again' }

describe('the link for the first administrator', () => {
  test('makes the account, signs it in, and the installation needs none any more', async () => {
    expect((await sessionOf(app.send)).needsFirstAdministrator).toBe(true)
    const administrator = await firstAdministrator()
    expect(await sessionOf(administrator)).toMatchObject({
      isDemonstration: false,
      needsFirstAdministrator: false,
      caller: { name: 'Ada Administrator', role: 'administrator', organisation: null },
    })
  })

  test('works once', async () => {
    const token = await printLink()
    expect((await followLink(token)).statusCode).toBe(201)
    await sql`delete from session`.execute(app.database.db)
    await sql`delete from account`.execute(app.database.db)
    expectProblem(await followLink(token, 'second@example.org'), refusal)
  })

  test('makes one administrator of two who use it at the same moment', async () => {
    const token = await printLink()
    const answers = await Promise.all([followLink(token, 'one@example.org'), followLink(token, 'two@example.org')])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 403])
    const { rows } = await sql`select from account`.execute(app.database.db)
    expect(rows).toHaveLength(1)
  })

  test('is good until its time, and not at it', async () => {
    expectProblem(await followLink(await printLink(new Date(testInstant))), refusal)
    expectProblem(await followLink(await printLink(new Date(testInstant.getTime() - 1))), refusal)
    expect((await followLink(await printLink(new Date(testInstant.getTime() + 1)))).statusCode).toBe(201)
  })

  test('is refused as soon as anybody has an account, even if it was never used', async () => {
    const unused = await printLink()
    await firstAdministrator()
    expectProblem(await followLink(unused, 'second@example.org'), refusal)
  })

  test('that nobody printed is refused', async () => {
    expectProblem(await followLink(randomUUID()), refusal)
  })

  test('asks for a password of twelve characters', async () => {
    const payload = { token: await printLink(), name: 'A', email: 'a@example.org', password: 'eleven char' }
    expectProblem(await app.send({ method: 'POST', url: '/api/first-administrator', payload }), {
      status: 400,
      kind: 'invalid-request',
      pointer: '/password',
      message: 'at least 12 characters',
    })
  })
})

test('a password that is guessed first is refused, in the link and of a new account', async () => {
  const common = { status: 400, kind: 'invalid-request', pointer: '/password', message: 'guessed first' }
  const first = { token: await printLink(), name: 'A', email: 'a@example.org', password: 'Welcome@2026!' }
  expectProblem(await app.send({ method: 'POST', url: '/api/first-administrator', payload: first }), common)
  const administrator = await firstAdministrator()
  const payload = {
    name: 'N',
    email: 'n@example.org',
    role: 'national-lead',
    organisationId: null,
    password: 'Password1234',
  }
  expectProblem(await administrator({ method: 'POST', url: '/api/accounts', payload }), common)
})

describe('organisations and accounts', () => {
  let administrator: Send
  beforeEach(async () => {
    administrator = await firstAdministrator()
  })

  const post = (url: string, payload: object) => administrator({ method: 'POST', url, payload })
  const addOrganisation = async (code: string) =>
    (await post('/api/organisations', { code, name: `Hospital ${code}` })).json<Schemas['ListedOrganisation']>()
  const nurse = (organisationId: string | null) => ({
    name: 'New Nurse',
    email: 'new.nurse@example.org',
    role: 'nurse',
    organisationId,
    password,
  })

  test('a new nurse signs in and works for the organisation chosen', async () => {
    const organisation = await addOrganisation('ZZ091')
    const made = await post('/api/accounts', nurse(organisation.organisationId))
    expect(made.statusCode, made.body).toBe(201)
    expect(made.body).not.toContain(password)
    const payload = { email: 'NEW.nurse@example.org', password }
    const signedIn = await app.send({ method: 'POST', url: '/api/session', payload })
    expect(signedIn.json<Schemas['Session']>().caller).toMatchObject({ role: 'nurse', organisation: { code: 'ZZ091' } })
  })

  test('lists accounts by name and organisations by code', async () => {
    const second = await addOrganisation('ZZ092')
    const first = await addOrganisation('ZZ091')
    await post('/api/accounts', { ...nurse(first.organisationId), name: 'Élodie' })
    await post('/api/accounts', { ...nurse(second.organisationId), name: 'Frank', email: 'frank@example.org' })
    const accounts = await administrator({ method: 'GET', url: '/api/accounts' })
    expect(accounts.json<Schemas['AccountList']>().items.map(({ name }) => name)).toEqual([
      'Ada Administrator',
      'Élodie',
      'Frank',
    ])
    expect(accounts.body).not.toMatch(/argon2|"password\w*":/)
    const organisations = await administrator({ method: 'GET', url: '/api/organisations' })
    expect(organisations.json<Schemas['OrganisationList']>().items).toEqual([first, second])
  })

  test('one code belongs to one organisation, and one email address to one account', async () => {
    const { organisationId } = await addOrganisation('ZZ091')
    const taken = { status: 409, kind: 'already-exists', remedy: 'Use another' }
    expectProblem(await post('/api/organisations', { code: 'ZZ091', name: 'Another' }), { ...taken, pointer: '/code' })
    expect((await post('/api/accounts', nurse(organisationId))).statusCode).toBe(201)
    const again = { ...nurse(organisationId), email: 'New.Nurse@Example.org' }
    expectProblem(await post('/api/accounts', again), { ...taken, pointer: '/email' })
  })

  test('an account needs an organisation that exists, unless its role belongs to none', async () => {
    const wrong = { status: 400, kind: 'invalid-request', pointer: '/organisationId', remedy: 'Choose' }
    expectProblem(await post('/api/accounts', nurse(randomUUID())), { ...wrong, message: 'is not an organisation' })
    expectProblem(await post('/api/accounts', nurse(null)), { ...wrong, message: 'is needed for this role' })
    expect((await post('/api/accounts', { ...nurse(null), role: 'privacy-officer' })).statusCode).toBe(201)
  })
})
