import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { demonstrationAccounts, demonstrationPassword } from '../../mocks/data/accounts/demonstration-accounts.ts'
import type { ApiRequest, ApiSender } from './api-under-test.ts'
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

  test('offers no single sign-on where none is set up, and no role to choose', async () => {
    const nothing = { name: null, isUsed: false, roles: [], refusal: null, signOutAt: null }
    for (const send of [suite.api.asNobody, await suite.api.as('nurse')]) {
      expect((await suite.get('getSingleSignOn', send, '/single-sign-on')).body).toEqual(nothing)
      const body = { optionId: 'administrator' }
      const answer = await suite.ask('chooseRole', send, { method: 'POST', path: '/single-sign-on/role', body })
      expect(answer).toMatchObject({ status: 403, body: { type: 'urn:problem:no-role-to-choose' } })
    }
  })

  test('signs out for good', async () => {
    const leaving = await suite.api.as('oncologist', 'ZZ003')
    expect((await suite.ask('signOut', leaving, { method: 'DELETE', path: '/session' })).status).toBe(204)
    expect(((await suite.get('getSession', leaving, '/session')).body as Schemas['Session']).caller).toBeNull()
  })

  test('says how long a session lasts, and to a visitor that there is none', async () => {
    const headers = { 'x-background': '1' }
    const ask = (send: ApiSender) =>
      suite.ask('getSessionExpiry', send, { method: 'GET', path: '/session/expiry', headers })
    expect((await ask(suite.api.asNobody)).body).toEqual({ open: null })
    const { status, body } = await ask(await suite.api.as('oncologist', 'ZZ004'))
    expect(status).toBe(200)
    expect((body as Schemas['SessionExpiry']).open?.idleSeconds).toBeGreaterThan(60)
  })

  test('lists one’s own sessions, ends one, and then all', async () => {
    const send = await suite.api.as('investigator', 'ZZ006')
    const list = async () =>
      ((await suite.get('listOwnSessions', send, '/account/sessions')).body as Schemas['OwnSessionList']).items
    expect((await list()).map(({ isThisOne }) => isThisOne)).toEqual([true])
    const end = (sessionId: string) =>
      suite.ask('endOwnSession', send, { method: 'DELETE', path: `/account/sessions/${sessionId}` })
    expect((await end('00000000-0000-4000-8000-000000000000')).status).toBe(404)
    expect((await end((await list())[0]?.sessionId ?? '')).status).toBe(204)
    expect((await suite.get('getHome', send, '/home')).status).toBe(401)
    const other = await suite.api.as('site-nurse', 'ZZ006')
    const everywhere: ApiRequest = { method: 'DELETE', path: '/account/sessions' }
    expect((await suite.ask('endAllSessions', other, everywhere)).status).toBe(204)
    expect((await suite.ask('endAllSessions', other, everywhere)).status).toBe(401)
  })

  test('changes one’s own password for whoever knows it, and not to one that is guessed first', async () => {
    const send = await suite.api.as('nurse', 'ZZ006')
    const change = (current: string, password: string) =>
      suite.ask('changeOwnPassword', send, { method: 'PUT', path: '/account/password', body: { current, password } })
    const refused = (pointer: string) => ({ status: 400, body: { errors: [{ pointer }] } })
    expect(await change('guess', 'kettle osprey minted 41')).toMatchObject(refused('/current'))
    expect(await change(demonstrationPassword, 'Password1234')).toMatchObject(refused('/password'))
    expect((await change(demonstrationPassword, 'kettle osprey minted 41')).status).toBe(204)
    expect((await suite.get('getHome', send, '/home')).status).toBe(200)
  })
}
