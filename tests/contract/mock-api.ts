import { randomUUID } from 'node:crypto'
import { demonstrationAccounts, demonstrationPassword } from '../../mocks/data/accounts/demonstration-accounts.ts'
import { sessionHeader } from '../../mocks/http/caller.ts'
import { mockServer } from '../../mocks/node.ts'
import { resetDemonstration } from '../../mocks/state/current-demonstration.ts'
import { testInstant } from '../support/demonstration-seed.ts'
import { type ApiSender, type ApiSettings, type ApiUnderTest, minuteAfter } from './api-under-test.ts'

/** The mocks on a demonstration of their own, the same as the server's in tests. */
export async function openMockApi(settings: ApiSettings = {}): Promise<ApiUnderTest> {
  let now = testInstant
  resetDemonstration({ ...settings, now: () => now })
  mockServer.listen({ onUnhandledFrame: 'error' })
  return {
    asNobody: (request) => sender(randomUUID())(request),
    async as(role, organisationCode = 'ZZ001') {
      const account = demonstrationAccounts.find(
        ({ email, role: held }) =>
          held === role && (email.endsWith(`@${organisationCode.toLowerCase()}.example`) || role === 'national-lead'),
      )
      if (!account) throw new RangeError(`No demonstration account has the role ${role} at ${organisationCode}.`)
      const send = sender(randomUUID())
      const body = { email: account.email, password: demonstrationPassword }
      const { status } = await send({ method: 'POST', path: '/session', body })
      if (status !== 200) throw new Error(`Signing in as ${account.email} was answered with ${status}.`)
      return send
    },
    passMinute() {
      now = minuteAfter(now)
    },
    async close() {
      mockServer.close()
      resetDemonstration()
    },
  }
}

function sender(session: string): ApiSender {
  return async ({ method, path, body, headers = {} }) => {
    const answer = await fetch(`http://mocks.test/api${path}`, {
      method,
      headers: {
        ...headers,
        [sessionHeader]: session,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return {
      status: answer.status,
      body: text === '' ? null : JSON.parse(text),
      etag: answer.headers.get('etag'),
    }
  }
}
