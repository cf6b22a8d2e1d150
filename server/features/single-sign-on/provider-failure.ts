import { errors as joseErrors } from 'jose'
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import { SignInRefused } from './sign-in-refused.ts'

/** The provider is there and answers, but with an error page or not at all in time. */
const notAnswering = [
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]

/**
 * What a failure of the protocol means to the person who wanted to sign in. Of the failure only its kind goes into the
 * message: what it carries may be a token or tell who somebody is.
 */
export function refusalOf(error: unknown): SignInRefused {
  if (error instanceof SignInRefused) return error
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    return new SignInRefused('provider-refused', `the provider answered ${known(error.error)}`)
  }
  if (error instanceof joseErrors.JWKSTimeout) return new SignInRefused('provider-not-reached', error.code)
  if (error instanceof joseErrors.JOSEError) return new SignInRefused('provider-not-trusted', error.code)
  if (error instanceof ClientError) {
    const code = error.code ?? 'unknown'
    return new SignInRefused(notAnswering.includes(code) ? 'provider-not-reached' : 'provider-not-trusted', code)
  }
  // What fetch throws where there is no connection.
  if (error instanceof TypeError) return new SignInRefused('provider-not-reached', error.message)
  return new SignInRefused('sign-in-failed', error instanceof Error ? error.name : 'unknown')
}

/** Words of the protocol only: anything else comes from outside and is not written into a log. */
function known(word: string): string {
  return /^[a-z_]{1,40}$/.test(word) ? word : 'something else'
}
