import createClient from 'openapi-fetch'
import type { paths } from '#api/schema.ts'
import { backgroundHeader } from '#domain/access/session-limits.ts'
import { noteSessionUse, signedInAgain } from './session-end.ts'

/**
 * The one way to the API, typed from the contract. Only load-*.ts and action files use it.
 * The address is absolute because a Request outside a browser refuses a relative one, and fetch is looked up at each
 * call so that mocks which replace it later are not missed.
 */
export const api = createClient<paths>({
  baseUrl: new URL('/api', window.location.origin).href,
  credentials: 'same-origin',
  fetch: send,
})

/** For what the page asks by itself while perhaps nobody sits before it: `api.GET(path, { headers: inBackground })`. */
export const inBackground = { [backgroundHeader]: '1' } as const

/**
 * Sends a request. Where the session has ended meanwhile, it waits until the same person has signed in again, and sends
 * it once more: a page never loses what was typed in it to the end of a session.
 */
async function send(request: Request): Promise<Response> {
  const again = request.clone()
  const answer = await globalThis.fetch(request)
  if (answer.status !== 401 || isSignIn(request)) {
    if (!request.headers.has(backgroundHeader)) noteSessionUse()
    return answer
  }
  const signedIn = signedInAgain()
  if (signedIn === null) return answer
  await signedIn
  return globalThis.fetch(again)
}

function isSignIn({ method, url }: Request): boolean {
  return method === 'POST' && /\/session(\/second-factor)?$/.test(new URL(url).pathname)
}
