import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

const least = {
  SSO_ISSUER: 'https://am.example.nhs.uk/oidc',
  SSO_CLIENT_ID: 'trials',
  SSO_CLIENT_SECRET: 'hunter2',
}
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' })
const read = (environment: Readonly<Record<string, string>>, file = String(rsa)) =>
  readConfig(environment, () => file).singleSignOn

function faultOf(environment: Readonly<Record<string, string>>): string {
  try {
    read(environment)
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  return ''
}

test('is off unless an issuer is named', () => {
  expect(read({})).toBeNull()
  expect(faultOf({ SSO_CLIENT_ID: 'trials' })).toContain('SSO_CLIENT_ID has no effect without SSO_ISSUER')
})

test('needs issuer, client and secret only, and is then NHS CIS2 Authentication', () => {
  expect(read(least)).toMatchObject({
    name: 'NHS CIS2 Authentication',
    authentication: { kind: 'secret', secret: 'hunter2' },
    acrValues: ['AAL2_OR_AAL3_ANY'],
    claims: { form: 'cis2' },
    lowestLevels: { authentication: 2, identity: 2 },
  })
  expect([...(read(least)?.roles ?? [])]).toContainEqual(['R8001', 'nurse'])
})

test('takes a private key from a file in place of a secret', () => {
  const { SSO_CLIENT_SECRET: _, ...others } = least
  const key = { ...others, SSO_PRIVATE_KEY_FILE: '/run/secrets/key', SSO_PRIVATE_KEY_ID: 'one' }
  expect(read(key)?.authentication).toMatchObject({ kind: 'key', algorithm: 'RS512', keyId: 'one' })
  expect(faultOf({ ...key, SSO_PRIVATE_KEY_ALGORITHM: 'ES256' })).toContain('holds no private key for ES256')
})

test('asks of a plain provider what each word stands for, and no levels', () => {
  const plain = { ...least, SSO_CLAIMS: 'plain', SSO_ROLES: 'Cancer nurses=nurse, a=b=oncologist' }
  expect(read(plain)).toMatchObject({ name: 'single sign-on', lowestLevels: { authentication: 0, identity: 0 } })
  expect([...(read(plain)?.roles ?? [])]).toEqual([
    ['Cancer nurses', 'nurse'],
    ['a=b', 'oncologist'],
  ])
})

describe('is refused, with what to write instead,', () => {
  test.each([
    ['for an issuer without https', { SSO_ISSUER: 'http://am.example.nhs.uk' }, 'SSO_ISSUER is'],
    ['for an issuer that is no address', { SSO_ISSUER: 'am.example' }, 'SSO_ISSUER is'],
    ['without a client', { SSO_CLIENT_ID: '' }, 'SSO_CLIENT_ID is not set'],
    ['without a secret', { SSO_CLIENT_SECRET: '' }, 'SSO_CLIENT_SECRET is not set'],
    ['with secret and key', { SSO_PRIVATE_KEY: String(rsa) }, 'SSO_CLIENT_SECRET is set beside SSO_PRIVATE_KEY'],
    ['for a key that is none', { SSO_CLIENT_SECRET: '', SSO_PRIVATE_KEY: 'x' }, 'holds no private key'],
    ['for scopes without openid', { SSO_SCOPES: 'profile' }, "SSO_SCOPES lacks 'openid'"],
    ['for a role that is none', { SSO_ROLES: 'R8000=doctor' }, "SSO_ROLES has 'R8000=doctor'"],
    ['for a role of nothing', { SSO_ROLES: '=nurse' }, "SSO_ROLES has '=nurse'"],
    ['for a plain provider without roles', { SSO_CLAIMS: 'plain' }, 'SSO_ROLES is not set'],
    ['for a level that there is not', { SSO_LOWEST_IDENTITY_LEVEL: '4' }, 'SSO_LOWEST_IDENTITY_LEVEL is'],
    ['for a tolerance of an hour', { SSO_CLOCK_TOLERANCE_SECONDS: '3600' }, 'SSO_CLOCK_TOLERANCE_SECONDS is'],
  ])('%s', (_, change, fault) => {
    const message = faultOf({ ...least, ...change })
    expect(message).toContain(fault)
    expect(message).toMatch(/write|set both/)
    expect(message).not.toContain('hunter2')
  })
})
