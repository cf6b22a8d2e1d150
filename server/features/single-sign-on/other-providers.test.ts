import { generateKeyPairSync } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestApp } from '../../../tests/support/build-app.ts'
import { configOf, openSingleSignOn, type SingleSignOnUnderTest } from '../../../tests/support/open-single-sign-on.ts'
import { ProviderBrowser } from '../../../tests/support/provider-browser.ts'

type Session = components['schemas']['Session']
type SingleSignOn = components['schemas']['SingleSignOn']

let under: SingleSignOnUnderTest | null = null
afterEach(async () => {
  await under?.close()
  under = null
})

const plain = {
  SSO_CLAIMS: 'plain',
  SSO_NAME: 'Trust sign-in',
  SSO_SCOPES: 'openid profile email groups',
  SSO_ROLES: 'Oncologists=oncologist, Cancer nurses=nurse, Administrators=administrator',
  SSO_ROLES_CLAIM: 'groups',
  SSO_ORGANISATIONS_CLAIM: 'hospitals',
}
const people = {
  one: { name: 'One Role', groups: ['Everybody', 'Cancer nurses'], hospitals: 'zz001' },
  two: { name: 'Two Hospitals', groups: ['Oncologists'], hospitals: ['ZZ001', 'ZZ002', 'QQ999'] },
  none: { name: 'No Hospital', groups: ['Oncologists'] },
  admin: { name: 'Ad Min', groups: ['Administrators'] },
  elsewhere: { name: 'Ad Elsewhere', groups: ['Administrators'], hospitals: ['QQ999'] },
}
const callerOf = async (browser: ProviderBrowser) => (await browser.open('/api/session')).json<Session>().caller
const standing = async (browser: ProviderBrowser) => (await browser.open('/api/single-sign-on')).json<SingleSignOn>()

describe('a provider without a form of its own', () => {
  test('tells of roles and organisations by claims that the operator names', async () => {
    under = await openSingleSignOn({ people, environment: plain })
    const one = under.browser()
    expect((await standing(one)).name).toBe('Trust sign-in')
    await one.signIn('one')
    expect(await callerOf(one)).toMatchObject({ name: 'One Role', role: 'nurse', organisation: { code: 'ZZ001' } })

    const two = under.browser()
    await two.signIn('two')
    expect((await standing(two)).roles.map(({ optionId }) => optionId)).toEqual([
      'oncologist@ZZ001',
      'oncologist@ZZ002',
    ])

    const none = under.browser()
    await none.signIn('none')
    expect((await standing(none)).refusal).toMatchObject({ kind: 'no-role-here', heldRoles: ['Oncologists'] })

    const admin = under.browser()
    await admin.signIn('admin')
    expect(await callerOf(admin)).toMatchObject({ role: 'administrator', organisation: null })

    // Tied to an organisation that is not known here, a role must not come to be held across all of them.
    const elsewhere = under.browser()
    await elsewhere.signIn('elsewhere')
    expect((await standing(elsewhere)).refusal).toMatchObject({ kind: 'no-role-here' })
  })

  test('that was asked for a class of authentication must answer with it', async () => {
    const withClass = { ...people, strong: { ...people.one, acr: 'two-factors' } }
    under = await openSingleSignOn({ people: withClass, environment: { ...plain, SSO_ACR_VALUES: 'two-factors' } })
    const weak = under.browser()
    await weak.signIn('one')
    expect((await standing(weak)).refusal).toMatchObject({ kind: 'assurance-too-low' })
    const strong = under.browser()
    await strong.signIn('strong')
    expect(await callerOf(strong)).not.toBeNull()
  })

  test('makes nobody but an administrator the first of an empty installation', async () => {
    under = await openSingleSignOn({
      people: { ...people, lead: { groups: ['Leads'], name: 'Lead' } },
      demonstration: false,
      environment: { ...plain, SSO_ROLES: 'Leads=national-lead,Administrators=administrator' },
    })
    const lead = under.browser()
    await lead.signIn('lead')
    expect((await standing(lead)).refusal).toMatchObject({ kind: 'not-set-up' })
    const admin = under.browser()
    await admin.signIn('admin')
    expect(await callerOf(admin)).toMatchObject({ role: 'administrator' })
    await lead.signIn('lead')
    expect(await callerOf(lead)).toMatchObject({ role: 'national-lead' })
  })
})

describe('a service that proves itself with a key', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const key = { SSO_PRIVATE_KEY: pem, SSO_PRIVATE_KEY_ID: 'one', SSO_CLIENT_SECRET: '' }

  test('is known by it', async () => {
    const serviceKey = { ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS512' }
    under = await openSingleSignOn({ serviceKey, environment: key })
    const browser = under.browser()
    await browser.signIn('nurse-parker')
    expect(await callerOf(browser)).toMatchObject({ name: 'Nia Parker' })
  })

  test('that is another is refused by the provider', async () => {
    const another = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' })
    const serviceKey = { ...another, kid: 'one', use: 'sig', alg: 'RS512' }
    under = await openSingleSignOn({ serviceKey, environment: key })
    const browser = under.browser()
    await browser.signIn('nurse-parker')
    expect((await standing(browser)).refusal).toMatchObject({ kind: 'provider-refused' })
  })
})

describe('a provider that is down when the service starts', () => {
  test('is asked again at the next attempt', async () => {
    under = await openSingleSignOn()
    under.provider.fail(503)
    const browser = under.browser()
    expect((await browser.open('/sso/start')).headers.location).toBe('/sign-in/single-sign-on')
    expect((await standing(browser)).refusal).toMatchObject({ kind: 'provider-not-reached' })
    under.provider.fail(null)
    await browser.signIn('nurse-parker')
    expect(await callerOf(browser)).not.toBeNull()
  })

  test('or not there at all, is told in words', async () => {
    const nowhere = { issuer: 'http://localhost:9', clientId: 'x', clientSecret: 'y' }
    const app = await openTestApp({ singleSignOn: configOf(nowhere, {}) })
    const browser = new ProviderBrowser(app.send, 'http://localhost:3000')
    const answer = await browser.open('/sso/start')
    expect([answer.statusCode, answer.headers.location, answer.body]).toEqual([303, '/sign-in/single-sign-on', ''])
    expect((await standing(browser)).refusal).toMatchObject({ kind: 'provider-not-reached' })
    await app.close()
  })
})

test('where none is set up there is no address of it', async () => {
  const app = await openTestApp()
  for (const url of ['/sso/start', '/sso/callback', '/sso/sign-out']) {
    expect((await app.send({ method: 'GET', url })).statusCode).toBe(404)
  }
  expect((await app.send({ method: 'POST', url: '/sso/back-channel-logout' })).statusCode).toBe(404)
  await app.close()
})
