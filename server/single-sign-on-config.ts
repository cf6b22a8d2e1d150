import { createPrivateKey } from 'node:crypto'
import { nationalRoles } from '#domain/access/national-roles.ts'
import type { PlainClaims } from '#domain/access/provider-claims.ts'
import { isRole, type Role } from '#domain/access/role.ts'
import type { EnvironmentReader } from './environment-reader.ts'

const claimForms = ['cis2', 'plain'] as const
const keyAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'] as const
const localHosts = ['localhost', '127.0.0.1', '[::1]']

/** The provider of single sign-on, and what is believed of what it says. */
export interface SingleSignOnConfig {
  /** What people call it: "Sign in with …". */
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly authentication: ClientAuthentication
  readonly scopes: readonly string[]
  readonly acrValues: readonly string[]
  /** In which form the provider tells of roles and organisations. */
  readonly claims: { readonly form: 'cis2' } | { readonly form: 'plain'; readonly names: PlainClaims }
  readonly lowestLevels: { readonly authentication: number; readonly identity: number }
  readonly roles: ReadonlyMap<string, Role>
  /** Who gives roles at the provider, as a part of a sentence. */
  readonly whomToAsk: string
  /** By how much the provider's clock may differ from ours. */
  readonly clockToleranceSeconds: number
}

export type ClientAuthentication =
  | { readonly kind: 'secret'; readonly secret: string }
  | {
      readonly kind: 'key'
      readonly pem: string
      readonly algorithm: (typeof keyAlgorithms)[number]
      readonly keyId: string | null
    }

const cis2Scopes = 'openid profile email nhsperson nationalrbacaccess associatedorgs selectedrole'
const variables = [
  ...['NAME', 'CLIENT_ID', 'CLIENT_SECRET', 'CLIENT_SECRET_FILE', 'PRIVATE_KEY', 'PRIVATE_KEY_FILE', 'PRIVATE_KEY_ID'],
  ...['PRIVATE_KEY_ALGORITHM', 'SCOPES', 'ACR_VALUES', 'CLAIMS', 'ROLES', 'ROLES_CLAIM', 'ORGANISATIONS_CLAIM'],
  ...['LOWEST_AUTHENTICATION_LEVEL', 'LOWEST_IDENTITY_LEVEL', 'CONTACT', 'CLOCK_TOLERANCE_SECONDS'],
].map((name) => `SSO_${name}`)

/** Null where none is set up. What is wrong is noted with the reader. */
export function readSingleSignOn(read: EnvironmentReader): SingleSignOnConfig | null {
  const issuer = read.text('SSO_ISSUER')
  if (issuer === null) {
    const [first] = variables.filter((name) => read.text(name) !== null)
    if (first !== undefined) read.reject(first, 'has no effect without SSO_ISSUER; set both or neither')
    return null
  }
  refuseWrongIssuer(read, issuer)
  const form = read.oneOf('SSO_CLAIMS', claimForms, 'cis2')
  const isCis2 = form === 'cis2'
  const lowest = (name: string) => read.integer(name, { least: 0, most: 3, fallback: isCis2 ? 2 : 0 })
  const names = {
    roles: read.text('SSO_ROLES_CLAIM') ?? 'roles',
    organisations: read.text('SSO_ORGANISATIONS_CLAIM') ?? 'organisations',
  }
  return {
    name: read.text('SSO_NAME') ?? (isCis2 ? 'NHS CIS2 Authentication' : 'single sign-on'),
    issuer,
    clientId: readClientId(read),
    authentication: readAuthentication(read),
    scopes: readScopes(read, isCis2),
    acrValues:
      read.list('SSO_ACR_VALUES').length > 0 ? read.list('SSO_ACR_VALUES') : isCis2 ? ['AAL2_OR_AAL3_ANY'] : [],
    claims: isCis2 ? { form } : { form, names },
    lowestLevels: {
      authentication: lowest('SSO_LOWEST_AUTHENTICATION_LEVEL'),
      identity: lowest('SSO_LOWEST_IDENTITY_LEVEL'),
    },
    roles: readRoles(read, isCis2),
    whomToAsk: read.text('SSO_CONTACT') ?? (isCis2 ? 'your registration authority' : 'the people who run it'),
    clockToleranceSeconds: read.integer('SSO_CLOCK_TOLERANCE_SECONDS', { least: 0, most: 300, fallback: 30 }),
  }
}

function refuseWrongIssuer(read: EnvironmentReader, issuer: string): void {
  const parsed = URL.parse(issuer)
  const isLocal = parsed?.protocol === 'http:' && localHosts.includes(parsed.hostname)
  if (parsed === null || parsed.search !== '' || parsed.hash !== '') {
    read.reject(
      'SSO_ISSUER',
      `is '${issuer}'; write the address that the provider's discovery document names as issuer`,
    )
  } else if (parsed.protocol !== 'https:' && !isLocal) {
    read.reject('SSO_ISSUER', `is '${issuer}'; write an address that begins with https outside this machine`)
  }
}

function readClientId(read: EnvironmentReader): string {
  const clientId = read.text('SSO_CLIENT_ID')
  if (clientId === null) {
    read.reject('SSO_CLIENT_ID', 'is not set; write the name under which the provider knows this service')
  }
  return clientId ?? ''
}

function readAuthentication(read: EnvironmentReader): ClientAuthentication {
  const secret = read.secret('SSO_CLIENT_SECRET')
  const pem = read.secret('SSO_PRIVATE_KEY')
  const algorithm = read.oneOf('SSO_PRIVATE_KEY_ALGORITHM', keyAlgorithms, 'RS512')
  if (secret === null && pem === null) {
    read.reject('SSO_CLIENT_SECRET', 'is not set; write it, or SSO_PRIVATE_KEY_FILE, the name of a file with a key')
  } else if (secret !== null && pem !== null) {
    read.reject(
      'SSO_CLIENT_SECRET',
      'is set beside SSO_PRIVATE_KEY; keep the one that the provider asks for and write no other',
    )
  }
  if (pem === null) return { kind: 'secret', secret: secret ?? '' }
  if (!isPrivateKeyFor(pem, algorithm)) {
    read.reject('SSO_PRIVATE_KEY', `holds no private key for ${algorithm}; write one in PEM form (PKCS #8)`)
  }
  return { kind: 'key', pem, algorithm, keyId: read.text('SSO_PRIVATE_KEY_ID') }
}

function isPrivateKeyFor(pem: string, algorithm: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === (algorithm.startsWith('ES') ? 'ec' : 'rsa')
  } catch {
    return false
  }
}

function readScopes(read: EnvironmentReader, isCis2: boolean): readonly string[] {
  const scopes = (read.text('SSO_SCOPES') ?? (isCis2 ? cis2Scopes : 'openid profile email')).split(/\s+/)
  if (!scopes.includes('openid')) {
    read.reject('SSO_SCOPES', "lacks 'openid', without which nobody is identified; write it first, then the others")
  }
  return scopes
}

/** `R8000=oncologist,R8001=nurse`. Without it, the national roles; a provider without a form of its own has no default. */
function readRoles(read: EnvironmentReader, isCis2: boolean): ReadonlyMap<string, Role> {
  const pairs = read.list('SSO_ROLES')
  if (pairs.length === 0) {
    if (isCis2) return nationalRoles
    read.reject('SSO_ROLES', 'is not set; write which role each word stands for, such as Oncologists=oncologist')
  }
  const roles = new Map<string, Role>()
  for (const pair of pairs) {
    const at = pair.lastIndexOf('=')
    const role = pair.slice(at + 1).trim()
    const code = pair.slice(0, Math.max(at, 0)).trim()
    if (code === '' || !isRole(role)) {
      read.reject('SSO_ROLES', `has '${pair}'; write pairs of a role there and a role here, such as R8000=oncologist`)
    } else roles.set(code, role)
  }
  return roles
}
