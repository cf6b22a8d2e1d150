import { randomUUID } from 'node:crypto'
import type { components } from '#api/schema.ts'
import type { Role } from '#domain/access/role.ts'
import { demonstrationPassword } from '../../mocks/data/accounts/demonstration-accounts.ts'

type Schemas = components['schemas']

export interface HttpAnswer {
  readonly status: number
  readonly body: string
}

/** One signed-in person's way to a running server. */
export interface HttpClient {
  get<Body>(path: string): Promise<Body>
  post(path: string, body: object, headers?: Readonly<Record<string, string>>): Promise<HttpAnswer>
  /** The cookie of the session, as it is sent. */
  readonly cookie: string
}

/** Signs in the demonstration account of a role at an organisation. */
export async function signInOverHttp(address: string, role: Role, organisationCode: string): Promise<HttpClient> {
  const email = `${role}@${organisationCode.toLowerCase()}.example`
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: demonstrationPassword }),
  })
  const body = await answer.text()
  if (!answer.ok) throw new Error(`Signing in as ${email} failed: ${answer.status} ${body}`)
  return httpClient(address, answer.headers.getSetCookie()[0]?.split(';')[0] ?? '')
}

/** Sends with a session's cookie; an empty one is nobody's. */
export function httpClient(address: string, cookie: string): HttpClient {
  return {
    cookie,
    async get(path) {
      const answer = await fetch(`${address}/api${path}`, { headers: { cookie } })
      if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`)
      return answer.json()
    },
    async post(path, body, headers = {}) {
      const answer = await fetch(`${address}/api${path}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      })
      return { status: answer.status, body: await answer.text() }
    },
  }
}

/** The headers of one change: made from a version where there is one, and with a key of its own. */
export function changeHeaders(version: Schemas['ReferralRow']['version'] | null): Readonly<Record<string, string>> {
  return { 'idempotency-key': randomUUID(), ...(version === null ? {} : { 'if-match': `"${version}"` }) }
}
