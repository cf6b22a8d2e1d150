import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { roles } from '#domain/access/role.ts'
import { demonstrationPassword } from '../../mocks/data/accounts/demonstration-accounts.ts'
import { openTestApp, type Send, type TestApp } from '../support/build-app.ts'
import { printAttacks, withstood } from './attack-count.ts'

type Account = components['schemas']['Account']

let app: TestApp
let administrator: Send

beforeAll(async () => {
  app = await openTestApp()
  administrator = await app.signInAs('administrator')
})
afterAll(async () => {
  printAttacks()
  await app.close()
})

const accounts = async () =>
  (await administrator({ method: 'GET', url: '/api/accounts' })).json<{ items: Account[] }>().items
const isOf = (role: string) => (account: Account) =>
  account.role === role && (account.organisation === null || account.organisation.code === 'ZZ001')

/** Whatever somebody may send to get rights that they do not have, or those of somebody else. */
function attempts(own: Account, victim: Account): readonly InjectOptions[] {
  const headers = { 'if-match': `"${own.version}"` }
  const rights = { role: 'administrator', organisationId: null }
  const body = { name: own.name, ...rights }
  const password = 'kettle osprey minted 41'
  const current = demonstrationPassword
  return [
    { method: 'PUT', url: `/api/accounts/${own.accountId}`, headers, payload: body },
    { method: 'PUT', url: `/api/accounts/${own.accountId}`, headers, payload: { ...body, isOpen: true } },
    { method: 'POST', url: '/api/accounts', payload: { ...body, email: 'another@zz001.example', password } },
    { method: 'POST', url: `/api/accounts/${victim.accountId}/recovery-link` },
    { method: 'POST', url: `/api/accounts/${victim.accountId}/closing`, headers },
    { method: 'POST', url: `/api/accounts/${own.accountId}/opening`, headers },
    { method: 'PUT', url: '/api/account/password', payload: { current: 'a guess', password, ...rights } },
    { method: 'PUT', url: '/api/account/password', payload: { current, password, ...rights } },
    { method: 'POST', url: '/api/account/second-factor', payload: { current, accountId: victim.accountId } },
    { method: 'PUT', url: '/api/account/second-factor', payload: { code: '123456', accountId: victim.accountId } },
    { method: 'POST', url: '/api/account/second-factor/removal', payload: { current, accountId: victim.accountId } },
    { method: 'POST', url: '/api/session', payload: { email: own.email, password: current, role: 'administrator' } },
    { method: 'POST', url: '/api/session/second-factor', payload: { code: '123456', accountId: victim.accountId } },
    { method: 'POST', url: '/api/recovery', payload: { token: 'x'.repeat(43), password, accountId: victim.accountId } },
    {
      method: 'POST',
      url: '/api/session',
      headers: { 'content-type': 'application/json' },
      payload: `{"email":"${own.email}","password":"a guess","__proto__":{"role":"administrator"}}`,
    },
  ]
}

test.each(roles.filter(({ role }) => role !== 'administrator'))(
  '$role gets no other rights, and nobody else’s, by whatever is sent',
  async ({ role }) => {
    const before = await accounts()
    const own = before.find(isOf(role))
    const victim = before.find(isOf('administrator'))
    if (!own || !victim) throw new Error(`Nobody has the role ${role}.`)
    const send = await app.signInAs(role)
    for (const attempt of attempts(own, victim)) {
      const answer = await send(attempt)
      expect(answer.statusCode, `${attempt.method} ${attempt.url}: ${answer.body}`).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode, answer.body).toBeLessThan(500)
      withstood('rights raised')
    }
    expect(await accounts()).toEqual(before)
    const session = await send({ method: 'GET', url: '/api/session' })
    expect(session.json<components['schemas']['Session']>().caller?.role).toBe(role)
  },
)
