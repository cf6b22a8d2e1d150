import { decodeJwt, type JWTPayload } from 'jose'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { testInstant } from '../../../tests/support/demonstration-seed.ts'
import { openSingleSignOn, type SingleSignOnUnderTest } from '../../../tests/support/open-single-sign-on.ts'
import type { ProviderBrowser } from '../../../tests/support/provider-browser.ts'

type Session = components['schemas']['Session']
type SingleSignOn = components['schemas']['SingleSignOn']

let under: SingleSignOnUnderTest
let now = testInstant
const logged: string[] = []

beforeAll(async () => {
  under = await openSingleSignOn({ clock: { now: () => now }, logTo: (line) => logged.push(line) })
})
afterAll(() => under.close())
afterEach(() => {
  under.provider.tamper(null)
  under.provider.fail(null)
  now = testInstant
})

const callerOf = async (browser: ProviderBrowser) => (await browser.open('/api/session')).json<Session>().caller

/** Comes back with this address, and expects to be told why that opens nothing. */
async function expectRefused(browser: ProviderBrowser, address: string, kind: string): Promise<void> {
  const answer = await browser.open(address)
  expect([answer.statusCode, answer.headers.location, answer.body]).toEqual([303, '/sign-in/single-sign-on', ''])
  const { refusal } = (await browser.open('/api/single-sign-on')).json<SingleSignOn>()
  expect(refusal).toMatchObject({ kind, remedy: expect.stringMatching(/again/) })
  expect(await callerOf(browser)).toBeNull()
}

describe('an answer that is not the provider’s own, for us, now', () => {
  const seconds = () => Math.floor(Date.now() / 1000)
  const changes: Readonly<Record<string, (claims: JWTPayload) => JWTPayload>> = {
    'of another issuer': (claims) => ({ ...claims, iss: 'https://elsewhere.example' }),
    'for another service': (claims) => ({ ...claims, aud: 'another-service' }),
    'for us among others, handed to another': (claims) => ({ ...claims, aud: [String(claims.aud), 'x'], azp: 'x' }),
    'that ran out a minute ago': (claims) => ({ ...claims, exp: seconds() - 60 }),
    'that begins in a minute': (claims) => ({ ...claims, nbf: seconds() + 60 }),
    'with another nonce': (claims) => ({ ...claims, nonce: 'another' }),
    'without a nonce': ({ nonce: _, ...claims }) => claims,
    'without a subject': ({ sub: _, ...claims }) => claims,
    'of another person than UserInfo': (claims) => ({ ...claims, sub: 'doctor-and-nurse' }),
  }

  test.each(Object.entries(changes))('an ID token %s', async (_, change) => {
    under.provider.tamper((idToken) => under.provider.sign(change(decodeJwt(idToken))))
    const browser = under.browser()
    await expectRefused(browser, await browser.comeBack('nurse-parker'), 'provider-not-trusted')
  })

  const forged = (idToken: string, header: object, signature: string) =>
    [Buffer.from(JSON.stringify(header)).toString('base64url'), idToken.split('.')[1], signature].join('.')

  test.each([
    ['without a signature', (idToken: string) => forged(idToken, { alg: 'none' }, '')],
    ['with the signature of another', (idToken: string) => forged(idToken, { alg: 'RS256', kid: 'test-key' }, 'AAAA')],
    ['signed with the secret that both know', (idToken: string) => forged(idToken, { alg: 'HS256' }, 'AAAA')],
    ['changed after it was signed', raiseLevel],
    ['that is none', () => 'nonsense'],
  ])('an ID token %s', async (_, change) => {
    under.provider.tamper(change)
    const browser = under.browser()
    await expectRefused(browser, await browser.comeBack('weak-device'), 'provider-not-trusted')
  })

  test('an ID token whose times differ by less than the clocks may is taken', async () => {
    under.provider.tamper((idToken) => under.provider.sign({ ...decodeJwt(idToken), exp: seconds() - 10 }))
    const browser = under.browser()
    expect((await browser.signIn('nurse-parker')).headers.location).toBe('/')
    expect(await callerOf(browser)).not.toBeNull()
  })

  function raiseLevel(idToken: string): string {
    const [header, payload, signature] = idToken.split('.')
    const claims = { ...JSON.parse(Buffer.from(String(payload), 'base64url').toString()) }
    claims.authentication_assurance_level = '3'
    return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.')
  }
})

describe('a way back that was not begun here', () => {
  const withoutState = (address: string) => address.replace(/state=[^&]+/, 'state=made-up')

  test('with another state is refused, and what was begun can still be finished', async () => {
    const browser = under.browser()
    const address = await browser.comeBack('nurse-parker')
    await expectRefused(browser, withoutState(address), 'sign-in-lost')
    expect((await browser.open(address)).headers.location).toBe('/')
  })

  test('used a second time is refused', async () => {
    const browser = under.browser()
    const address = await browser.comeBack('nurse-parker')
    expect((await browser.open(address)).headers.location).toBe('/')
    browser.ours.delete('session')
    await expectRefused(browser, address, 'sign-in-lost')
  })

  test('used twice at once opens one session', async () => {
    const browser = under.browser()
    const address = await browser.comeBack('nurse-parker')
    const answers = await Promise.all([browser.open(address), browser.open(address)])
    expect(answers.map(({ headers }) => headers.location).toSorted()).toEqual(['/', '/sign-in/single-sign-on'])
  })

  test('in another browser is refused: nobody is signed in as somebody else by a link', async () => {
    const address = await under.browser().comeBack('nurse-parker')
    await expectRefused(under.browser(), address, 'sign-in-lost')
    const victim = under.browser()
    await victim.open('/sso/start')
    await expectRefused(victim, address, 'sign-in-lost')
  })

  test('after more than ten minutes is refused', async () => {
    const browser = under.browser()
    const address = await browser.comeBack('nurse-parker')
    now = new Date(testInstant.getTime() + 10 * 60_000)
    await expectRefused(browser, address, 'sign-in-lost')
  })

  test('with the code of somebody else is refused', async () => {
    const code = (address: string) => new URLSearchParams(address.split('?')[1]).get('code') ?? ''
    const [mine, other] = [under.browser(), under.browser()]
    const address = await mine.comeBack('nurse-parker')
    const stolen = code(await other.comeBack('doctor-and-nurse'))
    await expectRefused(mine, address.replace(code(address), stolen), 'provider-refused')
  })

  test('from another issuer is refused', async () => {
    const browser = under.browser()
    const address = await browser.comeBack('nurse-parker')
    await expectRefused(
      browser,
      address.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Felsewhere.example'),
      'provider-not-trusted',
    )
  })

  test.each(['/sso/callback', '/sso/callback?code=1', '/sso/callback?state=1&state=2&code=3', '/sso/callback?error=x'])(
    '%s alone is refused',
    async (address) => {
      await expectRefused(under.browser(), address, 'sign-in-lost')
    },
  )
})

describe('a provider in trouble', () => {
  test('while the browser is there: it is told, and other ways to sign in stay open', async () => {
    const browser = under.browser()
    const address = await browser.comeBack('nurse-parker')
    under.provider.fail(502)
    await expectRefused(browser, address, 'provider-not-reached')
    expect((await browser.open('/api/ready')).statusCode).toBe(200)
  })
})

test('the log has neither codes nor tokens nor names', async () => {
  const browser = under.browser()
  const address = await browser.comeBack('nurse-parker')
  await browser.open(address)
  const code = new URLSearchParams(address.split('?')[1]).get('code') ?? 'no code'
  const text = logged.join('\n')
  expect(text).toContain('single sign-on was refused')
  for (const secret of [code, 'eyJ', 'Parker', under.provider.clientSecret]) expect(text).not.toContain(secret)
})

test('what is kept of a way that was begun is no use to who reads the table', async () => {
  const browser = under.browser()
  await browser.open('/sso/start')
  const { rows } = await sql<{ row: string }>`select to_jsonb(sign_in_step)::text as row from sign_in_step`.execute(
    under.app.database.db,
  )
  const cookie = browser.ours.get('sign-in') ?? 'no cookie'
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.map(({ row }) => row).join('\n')).not.toContain(cookie)
})
