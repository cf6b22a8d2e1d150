import type { LightMyRequestResponse } from 'fastify'
import { openTestApp, type Send } from '../support/build-app.ts'
import { testInstant } from '../support/demonstration-seed.ts'
import { type ApiSender, type ApiSettings, type ApiUnderTest, minuteAfter } from './api-under-test.ts'

/** The real server on a database of its own. */
export async function openServerApi(settings: ApiSettings = {}): Promise<ApiUnderTest> {
  let now = testInstant
  // The limits of requests count by the same clock.
  const elapsedMilliseconds = () => performance.now() + now.getTime() - testInstant.getTime()
  const app = await openTestApp({ ...settings, clock: { now: () => now }, requestLimits: { elapsedMilliseconds } })
  const signedIn = new Map<string, Promise<ApiSender>>()
  return {
    asNobody: sender(app.send),
    // Signed in once and until signing out: of one address the service takes only so many sign-ins in a minute.
    as(role, organisationCode = '') {
      const who = `${role} ${organisationCode}`
      const known = signedIn.get(who) ?? signIn()
      signedIn.set(who, known)
      return known

      async function signIn(): Promise<ApiSender> {
        const send = sender(await app.signInAs(role, organisationCode || undefined), {})
        return (request) => {
          if (request.method === 'DELETE' && request.path === '/session') signedIn.delete(who)
          return send(request)
        }
      }
    },
    passMinute: () => {
      now = minuteAfter(now)
    },
    close: () => app.close(),
  }
}

/** Keeps the cookies that it is given, as a browser does; nobody has none. */
function sender(send: Send, cookies: Record<string, string> | null = null): ApiSender {
  return async ({ method, path, body, headers = {} }) => {
    const answer: LightMyRequestResponse = await send({
      method,
      url: `/api${path}`,
      headers,
      ...(cookies === null ? {} : { cookies }),
      ...(body === undefined
        ? {}
        : { payload: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } }),
    })
    for (const { name, value } of answer.cookies) if (cookies !== null) cookies[name] = value
    const { etag } = answer.headers
    return {
      status: answer.statusCode,
      body: answer.body === '' ? null : answer.json(),
      etag: typeof etag === 'string' ? etag : null,
    }
  }
}
