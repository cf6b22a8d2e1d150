import { randomUUID } from 'node:crypto'
import type { JWTPayload } from 'jose'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { auditRows, lastAuditSequence } from '../../../tests/support/audit-rows.ts'
import { expectProblem } from '../../../tests/support/expect-problem.ts'
import { openSingleSignOn, type SingleSignOnUnderTest } from '../../../tests/support/open-single-sign-on.ts'
import type { ProviderBrowser } from '../../../tests/support/provider-browser.ts'

type Session = components['schemas']['Session']

const event = 'http://schemas.openid.net/event/backchannel-logout'

let under: SingleSignOnUnderTest

beforeAll(async () => {
  under = await openSingleSignOn()
})
afterAll(() => under.close())
beforeEach(() => sql`delete from session`.execute(under.app.database.db))

const isSignedIn = async (browser: ProviderBrowser) =>
  (await browser.open('/api/session')).json<Session>().caller !== null

async function signedIn(person = 'nurse-parker'): Promise<ProviderBrowser> {
  const browser = under.browser()
  await browser.signIn(person)
  if (!(await isSignedIn(browser))) throw new Error(`${person} is not signed in.`)
  return browser
}

function claims(changes: Readonly<Record<string, unknown>> = {}): JWTPayload {
  const now = Math.floor(Date.now() / 1000)
  const { issuer: iss, clientId: aud } = under.provider
  return {
    iss,
    aud,
    iat: now,
    exp: now + 120,
    jti: randomUUID(),
    sub: 'nurse-parker',
    events: { [event]: {} },
    ...changes,
  }
}

const tell = (logout_token: string) =>
  under.app.send({
    method: 'POST',
    url: '/sso/back-channel-logout',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ logout_token }).toString(),
  })

describe('a logout token', () => {
  test('ends every session of that person, and of nobody else, and is audited', async () => {
    const [desk, ward, other] = [await signedIn(), await signedIn(), await signedIn('chose-doctor')]
    const before = await lastAuditSequence(under.app.database.db)
    const answer = await tell(await under.provider.sign(claims()))
    expect([answer.statusCode, answer.headers['cache-control'], answer.body]).toEqual([200, 'no-store', ''])
    expect(await auditRows(under.app.database.db, before)).toMatchObject([
      { operation: 'signOutByProvider', action: 'sign-out', outcome: 'done', actor_kind: 'nobody' },
    ])
    expect([await isSignedIn(desk), await isSignedIn(ward), await isSignedIn(other)]).toEqual([false, false, true])
  })

  test('of one session at the provider ends what that opened, and leaves the rest', async () => {
    const lost = await signedIn()
    const { rows } = await sql<{ sid: string }>`
      select data->'singleSignOn'->>'providerSession' as sid from session`.execute(under.app.database.db)
    const kept = await signedIn()
    expect(rows).toHaveLength(1)
    const ofOneSession = claims({ sub: undefined, sid: rows[0]?.sid })
    expect((await tell(await under.provider.sign(ofOneSession))).statusCode).toBe(200)
    expect([await isSignedIn(lost), await isSignedIn(kept)]).toEqual([false, true])
  })

  test('takes away the choice of a role that somebody had before them', async () => {
    const browser = under.browser()
    await browser.signIn('doctor-and-nurse')
    await tell(await under.provider.sign(claims({ sub: 'doctor-and-nurse' })))
    const choice = { method: 'POST', url: '/api/single-sign-on/role', payload: { optionId: 'nurse@ZZ001' } } as const
    expectProblem(await browser.send(choice), { status: 403, kind: 'no-role-to-choose' })
  })

  test('is taken once', async () => {
    const token = await under.provider.sign(claims())
    expect((await tell(token)).statusCode).toBe(200)
    const browser = await signedIn()
    expectProblem(await tell(token), { status: 400, kind: 'not-a-logout-token' })
    expect(await isSignedIn(browser)).toBe(true)
  })

  const now = () => Math.floor(Date.now() / 1000)
  const wrong: Readonly<Record<string, () => JWTPayload>> = {
    'of another issuer': () => claims({ iss: 'https://elsewhere.example' }),
    'for another service': () => claims({ aud: 'another-service' }),
    'that ran out': () => claims({ exp: now() - 60 }),
    'that is eleven minutes old': () => claims({ iat: now() - 660 }),
    'without an identifier': () => claims({ jti: undefined }),
    'without a time': () => claims({ iat: undefined }),
    'without the event': () => claims({ events: {} }),
    'with another event': () => claims({ events: { 'http://schemas.openid.net/event/other': {} } }),
    'with a nonce, as an ID token has': () => claims({ nonce: 'one' }),
    'of nobody': () => claims({ sub: undefined }),
  }

  test.each(Object.entries(wrong))('%s ends nothing', async (_, make) => {
    const browser = await signedIn()
    expectProblem(await tell(await under.provider.sign(make())), { status: 400, kind: 'not-a-logout-token' })
    expect(await isSignedIn(browser)).toBe(true)
  })

  test.each([
    ['without a signature', (token: string) => `${base64({ alg: 'none' })}.${token.split('.')[1]}.`],
    ['with the signature of another', (token: string) => `${token.split('.').slice(0, 2).join('.')}.AAAA`],
    ['that is none', () => 'nonsense'],
  ])('%s ends nothing', async (_, change) => {
    const browser = await signedIn()
    const token = change(await under.provider.sign(claims()))
    expectProblem(await tell(token), { status: 400, kind: 'not-a-logout-token' })
    expect(await isSignedIn(browser)).toBe(true)
  })

  test('comes as a form, and nothing else does', async () => {
    const url = '/sso/back-channel-logout'
    expectProblem(await under.app.send({ method: 'POST', url }), { status: 400, kind: 'not-a-logout-token' })
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const atApi = await under.app.send({ method: 'POST', url: '/api/session', headers, payload: 'email=a&password=b' })
    expectProblem(atApi, { status: 415, kind: 'not-json' })
  })
})

function base64(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
