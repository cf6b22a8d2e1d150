import { createPrivateKey } from 'node:crypto'
import { importPKCS8 } from 'jose'
import * as client from 'openid-client'
import type { Claims } from '#domain/access/provider-claims.ts'
import type { SingleSignOnConfig } from '../../single-sign-on-config.ts'
import { type LogoutNotice, logoutTokenReader } from './logout-token.ts'
import { refusalOf } from './provider-failure.ts'

/** What has to come back with the browser, kept on the server meanwhile. */
export interface SignInChecks {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

/** What the provider says of somebody, its signature and every claim of the protocol checked. */
export interface ProviderAnswer {
  readonly idToken: string
  readonly subject: string
  /** The provider's own session, where it names one. */
  readonly providerSession: string | null
  /** ID token and UserInfo together; where both have a claim, the signed one counts. */
  readonly claims: Claims
}

export interface IdentityProvider {
  /** Where to send the browser. */
  begin(): Promise<{ readonly address: string; readonly checks: SignInChecks }>
  /** @param address the whole address with which the browser came back */
  finish(address: URL, checks: SignInChecks): Promise<ProviderAnswer>
  /** Where to go to sign out at the provider too; null where it offers no such place. */
  signOutAddress(idToken: string): Promise<string | null>
  /** @throws SignInRefused where it is not a logout token of this provider for this service */
  readLogoutToken(token: string): Promise<LogoutNotice>
}

const hourMilliseconds = 60 * 60 * 1000
const timeoutSeconds = 10

/**
 * The provider by OpenID Connect: code flow with PKCE, state and nonce. Its document is read when it is first needed, so
 * that this service starts and takes passwords while the provider is down.
 */
export function identityProvider(config: SingleSignOnConfig, publicOrigin: string): IdentityProvider {
  const redirectUri = `${publicOrigin}/sso/callback`
  const readLogoutToken = logoutTokenReader(config)
  let known: { readonly configuration: Promise<client.Configuration>; readonly until: number } | null = null

  function discovered(): Promise<client.Configuration> {
    if (known === null || known.until < performance.now()) {
      known = { configuration: discover(config), until: performance.now() + hourMilliseconds }
      known.configuration.catch(() => {
        known = null
      })
    }
    return known.configuration
  }

  return {
    begin: () =>
      refusing(async () => {
        const configuration = await discovered()
        const checks = {
          state: client.randomState(),
          nonce: client.randomNonce(),
          codeVerifier: client.randomPKCECodeVerifier(),
        }
        const address = client.buildAuthorizationUrl(configuration, {
          redirect_uri: redirectUri,
          scope: config.scopes.join(' '),
          state: checks.state,
          nonce: checks.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(checks.codeVerifier),
          code_challenge_method: 'S256',
          ...(config.acrValues.length > 0 ? { acr_values: config.acrValues.join(' ') } : {}),
          // NHS CIS2 Authentication lets people choose a role only while they sign in.
          ...(config.scopes.includes('selectedrole') ? { prompt: 'login' } : {}),
        })
        return { address: address.href, checks }
      }),

    finish: (address, { state, nonce, codeVerifier }) =>
      refusing(async () => {
        const configuration = await discovered()
        const tokens = await client.authorizationCodeGrant(configuration, address, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        })
        const signed = tokens.claims()
        if (signed === undefined || tokens.id_token === undefined) throw new TypeError('No ID token was given.')
        const hasUserInfo = configuration.serverMetadata().userinfo_endpoint !== undefined
        const told = hasUserInfo ? await client.fetchUserInfo(configuration, tokens.access_token, signed.sub) : {}
        return {
          idToken: tokens.id_token,
          subject: signed.sub,
          providerSession: typeof signed.sid === 'string' ? signed.sid : null,
          claims: { ...told, ...signed },
        }
      }),

    signOutAddress: (idToken) =>
      refusing(async () => {
        const configuration = await discovered()
        if (configuration.serverMetadata().end_session_endpoint === undefined) return null
        return client.buildEndSessionUrl(configuration, {
          id_token_hint: idToken,
          post_logout_redirect_uri: `${publicOrigin}/sign-in`,
        }).href
      }),

    readLogoutToken: (token) =>
      refusing(async () => readLogoutToken(token, (await discovered()).serverMetadata().jwks_uri)),
  }
}

async function discover(config: SingleSignOnConfig): Promise<client.Configuration> {
  const { issuer, clientId, clockToleranceSeconds } = config
  const metadata = { [client.clockTolerance]: clockToleranceSeconds }
  return client.discovery(new URL(issuer), clientId, metadata, await authenticationOf(config), {
    timeout: timeoutSeconds,
    // The signature is checked although the token comes straight from the provider.
    execute: [client.enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : [])],
  })
}

async function authenticationOf({ authentication }: SingleSignOnConfig): Promise<client.ClientAuth> {
  if (authentication.kind === 'secret') {
    const [post, basic] = [
      client.ClientSecretPost(authentication.secret),
      client.ClientSecretBasic(authentication.secret),
    ]
    return (server, ...rest) => {
      const takesPost = server.token_endpoint_auth_methods_supported?.includes('client_secret_post') === true
      return (takesPost ? post : basic)(server, ...rest)
    }
  }
  const pkcs8 = createPrivateKey(authentication.pem).export({ type: 'pkcs8', format: 'pem' }).toString()
  const key = await importPKCS8(pkcs8, authentication.algorithm)
  return client.PrivateKeyJwt(authentication.keyId === null ? key : { key, kid: authentication.keyId })
}

async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw refusalOf(error)
  }
}
