import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'
import { Provider } from 'oidc-provider'
import type { ProviderPeople } from './provider-people.ts'

type SignClaims = (claims: JWTPayload, options?: { readonly algorithm?: string }) => Promise<string>

/** A real OpenID provider on this machine, with a hand on what it gives out. */
export interface TestProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Changes the ID token on its way, from here on; null lets it be. */
  tamper(change: ((idToken: string) => string | Promise<string>) | null): void
  /** Signs claims with the provider's own key. */
  readonly sign: SignClaims
  /** Answers every request with this status, as a provider in trouble does; null is well again. */
  fail(status: number | null): void
  close(): Promise<void>
}

export interface TestProviderOptions {
  readonly people: ProviderPeople
  readonly publicOrigin: string
  /** 0 for any that is free. */
  readonly port?: number
  /** The public key of a service that proves itself with its private one, in place of a secret. */
  readonly serviceKey?: JWK
}

const scopes = 'openid profile email nhsperson nationalrbacaccess associatedorgs selectedrole groups'

/** Starts it. People sign in with their name there and any password; nobody is asked for consent. */
export async function startTestProvider({
  people,
  publicOrigin,
  port = 0,
  serviceKey,
}: TestProviderOptions): Promise<TestProvider> {
  const server = createServer()
  server.listen(port, 'localhost')
  await once(server, 'listening')
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const key = { ...(await exportJWK(privateKey)), kid: 'test-key', alg: 'RS256', use: 'sig' }
  const [clientId, clientSecret] = ['rare-cancer-trials', 'a secret of the tests that is long enough for any use']
  let change: ((idToken: string) => string | Promise<string>) | null = null
  let failure: number | null = null

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${publicOrigin}/sso/callback`],
        post_logout_redirect_uris: [`${publicOrigin}/sign-in`],
        backchannel_logout_uri: `${publicOrigin}/sso/back-channel-logout`,
        backchannel_logout_session_required: true,
        ...(serviceKey === undefined
          ? { token_endpoint_auth_method: 'client_secret_post' as const }
          : {
              token_endpoint_auth_method: 'private_key_jwt' as const,
              token_endpoint_auth_signing_alg: 'RS512' as const,
              jwks: { keys: [serviceKey as never] },
            }),
      },
    ],
    jwks: { keys: [key as never] },
    scopes: scopes.split(' '),
    acrValues: ['AAL2_OR_AAL3_ANY', 'two-factors'],
    claims: {
      openid: ['sub', 'authentication_assurance_level', 'id_assurance_level', 'selected_roleid', 'acr'],
      profile: ['name', 'given_name', 'family_name'],
      email: ['email'],
      nationalrbacaccess: ['nhsid_nrbac_roles'],
      groups: ['groups', 'hospitals'],
    },
    features: {
      devInteractions: { enabled: true },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    // By itself it asks nobody on the same machine, which is where the service of the tests is.
    fetch: (url, { dispatcher: _, ...options }: RequestInit & { dispatcher?: unknown } = {}) => fetch(url, options),
    enabledJWA: { clientAuthSigningAlgValues: ['RS256', 'RS512'] },
    cookies: { keys: ['a key for cookies of the tests'] },
    pkce: { required: () => true },
    findAccount: (_ctx, id) =>
      people[id] === undefined ? undefined : { accountId: id, claims: async () => ({ ...people[id], sub: id }) },
    loadExistingGrant: async (ctx) => {
      const { client, session, params } = ctx.oidc
      const grant = new ctx.oidc.provider.Grant({ clientId: client?.clientId, accountId: session?.accountId })
      grant.addOIDCScope(String(params?.scope ?? 'openid'))
      await grant.save()
      return grant
    },
  })
  provider.use(async (ctx, next) => {
    if (failure !== null) {
      ctx.status = failure
      ctx.body = '<h1>Out of order</h1>'
      return
    }
    if (ctx.path === '/favicon.ico') {
      ctx.status = 204
      return
    }
    await next()
    // Its pages fetch a font from elsewhere, which the journeys take for a leak.
    if (typeof ctx.body === 'string') ctx.body = ctx.body.replace(/@import url\([^)]*\);/, '')
    const body = ctx.body as { id_token?: string } | undefined
    if (change !== null && typeof body === 'object' && typeof body?.id_token === 'string') {
      ctx.body = { ...body, id_token: await change(body.id_token) }
    }
  })
  server.on('request', provider.callback())

  return {
    issuer,
    clientId,
    clientSecret,
    tamper: (how) => {
      change = how
    },
    fail: (status) => {
      failure = status
    },
    sign: (claims, { algorithm = 'RS256' } = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg: algorithm, kid: 'test-key', typ: 'JWT' }).sign(privateKey),
    close: () => closeServer(server),
  }
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
}
