import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { demonstrationAccounts, demonstrationPassword } from '../../mocks/data/accounts/demonstration-accounts.ts'
import type { ApiRequest } from './api-under-test.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

export function describeSessionRequests(suite: ContractSuite): void {
  test('says that it is alive and ready without anybody being signed in', async () => {
    expect((await suite.get('getHealth', suite.api.asNobody, '/health')).body).toEqual({ status: 'ok' })
    expect((await suite.get('getReady', suite.api.asNobody, '/ready')).status).toBe(200)
  })

  test('tells a visitor that nobody is signed in', async () => {
    const { status, body } = await suite.get('getSession', suite.api.asNobody, '/session')
    expect(status).toBe(200)
    expect(body).toMatchObject({ caller: null, isDemonstration: true, today: '2026-06-15' })
  })

  test('signs in with the right password only', async () => {
    const email = demonstrationAccounts[0]?.email
    const wrong = await suite.ask('signIn', suite.api.asNobody, {
      method: 'POST',
      path: '/session',
      body: { email, password: 'guess' },
    })
    expect(wrong.status).toBe(401)
    const right = { email, password: demonstrationPassword }
    const answer = await suite.ask('signIn', suite.api.asNobody, { method: 'POST', path: '/session', body: right })
    expect((answer.body as Schemas['Session']).caller?.role).toBe('oncologist')
  })

  test('refuses patients to visitors and to roles that do not treat', async () => {
    const search: ApiRequest = { method: 'POST', path: '/patients/search', body: { filters: {} } }
    expect((await suite.ask('searchPatients', suite.api.asNobody, search)).status).toBe(401)
    for (const role of ['trust-lead', 'national-lead', 'privacy-officer', 'site-nurse'] as const) {
      expect((await suite.ask('searchPatients', await suite.api.as(role), search)).status, role).toBe(403)
    }
  })

  test('signs out for good', async () => {
    const leaving = await suite.api.as('oncologist', 'ZZ003')
    expect((await suite.ask('signOut', leaving, { method: 'DELETE', path: '/session' })).status).toBe(204)
    expect(((await suite.get('getSession', leaving, '/session')).body as Schemas['Session']).caller).toBeNull()
  })
}
