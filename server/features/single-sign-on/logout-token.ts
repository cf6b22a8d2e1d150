import { createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { SingleSignOnConfig } from '../../single-sign-on-config.ts'
import { SignInRefused } from './sign-in-refused.ts'

/** Whose sessions the provider has ended. At least one of subject and session is there. */
export interface LogoutNotice {
  readonly tokenId: string
  readonly subject: string | null
  readonly providerSession: string | null
}

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']

/** No token is taken that is older, so nobody needs to remember for longer which were used. */
export const logoutTokenMinutes = 10

/** Reads logout tokens as OpenID Connect Back-Channel Logout 1.0 says, section 2.6. That one is used once only is for the caller. */
export function logoutTokenReader(config: SingleSignOnConfig) {
  let keys: { readonly address: string; readonly find: JWTVerifyGetKey } | null = null
  return async (token: string, keyAddress: string | undefined): Promise<LogoutNotice> => {
    if (keyAddress === undefined) throw refused('the provider publishes no keys')
    if (keys?.address !== keyAddress) {
      keys = { address: keyAddress, find: createRemoteJWKSet(new URL(keyAddress), { timeoutDuration: 5000 }) }
    }
    const { payload, protectedHeader } = await jwtVerify(token, keys.find, {
      issuer: config.issuer,
      audience: config.clientId,
      algorithms,
      requiredClaims: ['iat', 'jti', 'events'],
      maxTokenAge: logoutTokenMinutes * 60,
      clockTolerance: config.clockToleranceSeconds,
    })
    const { sub = null, sid, jti, events, nonce } = payload
    if (!['logout+jwt', 'jwt', undefined].includes(protectedHeader.typ?.toLowerCase())) throw refused('another type')
    // An ID token has a nonce: none may be passed off as a logout token.
    if (nonce !== undefined) throw refused('it has a nonce')
    if (typeof events !== 'object' || events === null || !(logoutEvent in events)) throw refused('no logout event')
    if (typeof jti !== 'string' || jti === '') throw refused('no identifier')
    const providerSession = typeof sid === 'string' ? sid : null
    if (sub === null && providerSession === null) throw refused('neither subject nor session')
    return { tokenId: jti, subject: sub, providerSession }
  }
}

function refused(why: string): SignInRefused {
  return new SignInRefused('provider-not-trusted', `not a logout token: ${why}`)
}
