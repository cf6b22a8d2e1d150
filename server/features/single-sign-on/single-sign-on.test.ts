import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { demonstrationPassword } from '../../../mocks/data/accounts/demonstration-accounts.ts'
import { auditRows, lastAuditSequence } from '../../../tests/support/audit-rows.ts'
import { expectProblem } from '../../../tests/support/expect-problem.ts'
import { openSingleSignOn, type SingleSignOnUnderTest } from '../../../tests/support/open-single-sign-on.ts'
import type { ProviderBrowser } from '../../../tests/support/provider-browser.ts'

type Session = components['schemas']['Session']
type SingleSignOn = components['schemas']['SingleSignOn']

let under: SingleSignOnUnderTest

beforeAll(async () => {
  under = await openSingleSignOn()
})
afterAll(() => under.close())
beforeEach(async () => {
  await sql`delete from session`.execute(under.app.database.db)
  await sql`delete from account where external_subject is not null`.execute(under.app.database.db)
})

const callerOf = async (browser: ProviderBrowser) => (await browser.open('/api/session')).json<Session>().caller
const standing = async (browser: ProviderBrowser) => (await browser.open('/api/single-sign-on')).json<SingleSignOn>()
const choose = (browser: ProviderBrowser, optionId: string) =>
  browser.send({ method: 'POST', url: '/api/single-sign-on/role', payload: { optionId } })

async function eventsDuring(work: () => Promise<unknown>) {
  const before = await lastAuditSequence(under.app.database.db)
  await work()
  const events = await auditRows(under.app.database.db, before)
  return events.map(({ operation, action, outcome, reason, actor_name, role, fields }) => {
    return { operation, action, outcome, reason, actor_name, role, fields }
  })
}

async function externalAccounts() {
  const { rows } = await sql<{ account_id: string; email: string; external_subject: string; password_hash: null }>`
    select * from account where external_subject is not null`.execute(under.app.database.db)
  return rows
}

describe('signing in at the provider', () => {
  test('with one role opens a session in it and leads to the page that was asked for', async () => {
    const browser = under.browser()
    expect(await standing(browser)).toMatchObject({ name: 'NHS CIS2 Authentication', isUsed: false, roles: [] })
    const answer = await browser.signIn('nurse-parker', '/sso/start?return=%2Fpatients%3Fsort%3Dname')
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/patients?sort=name'])
    expect(answer.headers['cache-control']).toBe('no-store')
    for (const cookie of answer.cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(await callerOf(browser)).toMatchObject({
      name: 'Nia Parker',
      role: 'nurse',
      organisation: { code: 'ZZ001' },
    })
    expect(await standing(browser)).toMatchObject({ isUsed: true, roles: [{ role: 'nurse', isPresent: true }] })
  })

  test('makes an account without a password once, and finds it again', async () => {
    await under.browser().signIn('nurse-parker')
    const [account, ...others] = await externalAccounts()
    expect(others).toEqual([])
    expect(account).toMatchObject({ external_subject: `${under.provider.issuer} nurse-parker`, password_hash: null })
    await under.browser().signIn('nurse-parker')
    expect((await externalAccounts()).map(({ account_id }) => account_id)).toEqual([account?.account_id])
  })

  test('is written into the audit log, with the account that it makes', async () => {
    const first = await eventsDuring(() => under.browser().signIn('nurse-parker'))
    expect(first).toMatchObject([
      { operation: 'keepAccountOfProvider', action: 'change', actor_name: null },
      { operation: 'signInAtProvider', action: 'sign-in', outcome: 'done', actor_name: 'Nia Parker', role: 'nurse' },
    ])
    expect(first[0]?.fields).toContain('role')
    expect(await eventsDuring(() => under.browser().signIn('nurse-parker'))).toHaveLength(1)
  })

  test('gives a new session, and the one before ends', async () => {
    const browser = under.browser()
    await browser.signIn('nurse-parker')
    const before = browser.ours.get('session') ?? ''
    await browser.signIn('nurse-parker')
    expect(browser.ours.get('session')).not.toBe(before)
    const old = await under.app.send({ method: 'GET', url: '/api/session', cookies: { session: before } })
    expect(old.json<Session>().caller).toBeNull()
  })

  test('never takes over a local account of the same email address, nor gives it a way in without its password', async () => {
    const browser = under.browser()
    await browser.signIn('same-email', '/sso/start')
    const [account] = await externalAccounts()
    expect(account?.email).toBe('nurse@zz001.example')
    const signIn = (password: string) =>
      under.app.send({ method: 'POST', url: '/api/session', payload: { email: 'nurse@zz001.example', password } })
    expect((await signIn('nobody has this password')).statusCode).toBe(401)
    const local = (await signIn(demonstrationPassword)).json<Session>().caller
    expect(local?.accountId).not.toBe(account?.account_id)
    expect((await callerOf(browser))?.accountId).toBe(account?.account_id)
  })

  test('is the only way in to an account that it made', async () => {
    await under.browser().signIn('nurse-parker')
    for (const password of ['nobody has this password', demonstrationPassword]) {
      const payload = { email: 'nia.parker@zz001.example', password }
      expectProblem(await under.app.send({ method: 'POST', url: '/api/session', payload }), {
        status: 401,
        kind: 'wrong-password',
      })
    }
  })

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/sso/sign-out',
    '/api/session',
    '/%2e%2e//evil.example',
  ])('never leads to %j', async (wanted) => {
    const answer = await under.browser().signIn('nurse-parker', `/sso/start?return=${encodeURIComponent(wanted)}`)
    expect(answer.headers.location).toMatch(/^\/(?!\/)/)
    expect(new URL(String(answer.headers.location), 'http://localhost:3000').origin).toBe('http://localhost:3000')
    expect(answer.headers.location).not.toMatch(/^\/(sso|api)/)
  })

  test('asks for code, PKCE, a nonce, the levels and the choice of a role', async () => {
    const address = new URL(String((await under.browser().open('/sso/start')).headers.location))
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      acr_values: 'AAL2_OR_AAL3_ANY',
      prompt: 'login',
      redirect_uri: 'http://localhost:3000/sso/callback',
    })
    expect(address.searchParams.get('scope')).toMatch(/^openid .*selectedrole/)
  })
})

describe('somebody with several roles', () => {
  test('is asked which one, and has no session until then', async () => {
    const browser = under.browser()
    const answer = await browser.signIn('doctor-and-nurse', '/sso/start?return=%2Freferrals')
    expect(answer.headers.location).toBe('/sign-in/single-sign-on')
    expect(await callerOf(browser)).toBeNull()
    expect(await externalAccounts()).toEqual([])
    const { roles } = await standing(browser)
    expect(roles.map(({ optionId, roleName, isPresent }) => [optionId, roleName, isPresent])).toEqual([
      ['nurse@ZZ001', 'Nurse Access Role', false],
      ['oncologist@ZZ002', 'Clinical Practitioner Access Role', false],
    ])
    const events = await eventsDuring(async () => {
      expect((await choose(browser, 'oncologist@ZZ002')).json()).toEqual({ returnTo: '/referrals' })
    })
    expect(events.at(-1)).toMatchObject({ operation: 'chooseRole', action: 'sign-in', role: 'oncologist' })
    expect(await callerOf(browser)).toMatchObject({ role: 'oncologist', organisation: { code: 'ZZ002' } })
  })

  test('cannot take a role that the provider did not tell of, nor choose twice, nor in another browser', async () => {
    const browser = under.browser()
    await browser.signIn('doctor-and-nurse')
    for (const optionId of ['administrator', 'privacy-officer@ZZ001', 'nurse@ZZ002']) {
      expectProblem(await choose(browser, optionId), {
        status: 403,
        kind: 'no-role-to-choose',
        remedy: 'Sign in again',
      })
    }
    expectProblem(await choose(under.browser(), 'nurse@ZZ001'), { status: 403, kind: 'no-role-to-choose' })
    const kept = new Map(browser.ours)
    expect((await choose(browser, 'nurse@ZZ001')).statusCode).toBe(200)
    const again = under.browser()
    for (const [name, value] of kept) again.ours.set(name, value)
    expectProblem(await choose(again, 'nurse@ZZ001'), { status: 403, kind: 'no-role-to-choose' })
  })

  test('changes the role in a new session, and every session in the other role ends', async () => {
    const [here, elsewhere] = [under.browser(), under.browser()]
    for (const browser of [here, elsewhere]) {
      await browser.signIn('doctor-and-nurse')
      await choose(browser, 'nurse@ZZ001')
    }
    const before = here.ours.get('session')
    expect((await choose(here, 'oncologist@ZZ002')).statusCode).toBe(200)
    expect(here.ours.get('session')).not.toBe(before)
    expect((await callerOf(here))?.role).toBe('oncologist')
    expect(await callerOf(elsewhere)).toBeNull()
    expect((await standing(here)).roles.map(({ isPresent }) => isPresent)).toEqual([false, true])
  })

  test('who chose at the provider is not asked again', async () => {
    const browser = under.browser()
    expect((await browser.signIn('chose-doctor')).headers.location).toBe('/')
    expect((await callerOf(browser))?.role).toBe('oncologist')
  })

  test('leaves no choice behind for the next person at the same browser', async () => {
    const browser = under.browser()
    await browser.signIn('doctor-and-nurse')
    const payload = { email: 'nurse@zz004.example', password: demonstrationPassword }
    await browser.send({ method: 'POST', url: '/api/session', payload })
    expect((await standing(browser)).roles).toEqual([])
    expectProblem(await choose(browser, 'nurse@ZZ001'), { status: 403, kind: 'no-role-to-choose' })
    await browser.send({ method: 'DELETE', url: '/api/session' })
    expect((await standing(browser)).roles).toEqual([])
  })
})

describe('somebody who may not come in', () => {
  test.each([
    ['clerk-only', 'no-role-here', ['Clerical Access Role at ZZ001']],
    ['nurse-elsewhere', 'no-role-here', ['Nurse Access Role at QQ999']],
    ['no-roles', 'no-role-here', []],
    ['weak-device', 'assurance-too-low', []],
    ['weak-identity', 'assurance-too-low', []],
    ['no-levels', 'assurance-too-low', []],
  ])('%s is told why and whom to ask, and has neither session nor account', async (person, kind, heldRoles) => {
    const browser = under.browser()
    const events = await eventsDuring(async () => {
      expect((await browser.signIn(person)).headers.location).toBe('/sign-in/single-sign-on')
    })
    expect(events).toMatchObject([
      { operation: 'signInAtProvider', action: 'sign-in', outcome: 'denied', reason: kind },
    ])
    const { refusal } = await standing(browser)
    expect(refusal).toMatchObject({ kind, heldRoles, remedy: expect.stringContaining('your registration authority') })
    expect(await callerOf(browser)).toBeNull()
    expect(await externalAccounts()).toEqual([])
    expect((await standing(under.browser())).refusal).toBeNull()
  })

  test('a closed account stays out, and its session ends', async () => {
    const browser = under.browser()
    await browser.signIn('nurse-parker')
    await sql`update account set is_active = false where external_subject is not null`.execute(under.app.database.db)
    expect(await callerOf(browser)).toBeNull()
    expect((await browser.signIn('nurse-parker')).headers.location).toBe('/sign-in/single-sign-on')
    expect((await standing(browser)).refusal).toMatchObject({ kind: 'account-closed' })
    expect(await callerOf(browser)).toBeNull()
  })

  test('who stopped at the provider is told so, and can begin again', async () => {
    const browser = under.browser()
    const begun = new URL(String((await browser.open('/sso/start')).headers.location))
    const state = begun.searchParams.get('state')
    const iss = encodeURIComponent(under.provider.issuer)
    await browser.open(`/sso/callback?error=access_denied&state=${state}&iss=${iss}`)
    expect((await standing(browser)).refusal).toMatchObject({ kind: 'provider-refused' })
    expect((await browser.signIn('nurse-parker')).headers.location).toBe('/')
    expect((await standing(browser)).refusal).toBeNull()
  })
})

describe('signing out', () => {
  test('ends the session here, and goes on to the provider, which comes back', async () => {
    const browser = under.browser()
    await browser.signIn('nurse-parker')
    expect((await browser.send({ method: 'DELETE', url: '/api/session' })).statusCode).toBe(204)
    expect(await callerOf(browser)).toBeNull()
    expect((await standing(browser)).signOutAt).toBe('/sso/sign-out')
    const address = new URL(String((await browser.open('/sso/sign-out')).headers.location))
    expect(address.href).toContain(`${under.provider.issuer}/session/end`)
    expect(address.searchParams.get('post_logout_redirect_uri')).toBe('http://localhost:3000/sign-in')
    expect(address.searchParams.get('id_token_hint')).toMatch(/^ey/)
    expect((await standing(browser)).signOutAt).toBeNull()
    expect((await browser.open('/sso/sign-out')).headers.location).toBe('/sign-in')
  })

  test('everywhere does the same', async () => {
    const browser = under.browser()
    await browser.signIn('nurse-parker')
    await browser.send({ method: 'DELETE', url: '/api/account/sessions' })
    expect((await standing(browser)).signOutAt).toBe('/sso/sign-out')
  })

  test('of a local session has nothing to do with the provider', async () => {
    const browser = under.browser()
    const payload = { email: 'nurse@zz004.example', password: demonstrationPassword }
    await browser.send({ method: 'POST', url: '/api/session', payload })
    expect((await standing(browser)).isUsed).toBe(false)
    await browser.send({ method: 'DELETE', url: '/api/session' })
    expect((await standing(browser)).signOutAt).toBeNull()
  })
})
