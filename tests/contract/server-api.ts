import type { LightMyRequestResponse } from 'fastify'
import { openTestApp, type Send } from '../support/build-app.ts'
import { testInstant } from '../support/demonstration-seed.ts'
import { type ApiSender, type ApiUnderTest, minuteAfter } from './api-under-test.ts'

/** The real server on a database of its own. */
export async function openServerApi(): Promise<ApiUnderTest> {
  let now = testInstant
  const app = await openTestApp({ clock: { now: () => now } })
  return {
    asNobody: sender(app.send),
    as: async (role, organisationCode) => sender(await app.signInAs(role, organisationCode)),
    passMinute: () => {
      now = minuteAfter(now)
    },
    close: () => app.close(),
  }
}

function sender(send: Send): ApiSender {
  return async ({ method, path, body, headers = {} }) => {
    const answer: LightMyRequestResponse = await send({
      method,
      url: `/api${path}`,
      headers,
      ...(body === undefined
        ? {}
        : { payload: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } }),
    })
    const { etag } = answer.headers
    return {
      status: answer.statusCode,
      body: answer.body === '' ? null : answer.json(),
      etag: typeof etag === 'string' ? etag : null,
    }
  }
}
