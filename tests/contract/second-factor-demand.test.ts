import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { demonstrationPassword } from '../../mocks/data/accounts/demonstration-accounts.ts'
import { appCode } from '../support/app-codes.ts'
import { testInstant } from '../support/demonstration-seed.ts'
import type { ApiSender, ApiUnderTest } from './api-under-test.ts'
import { openMockApi } from './mock-api.ts'
import { openServerApi } from './server-api.ts'

const path = '/account/second-factor'
const needed = { status: 403, body: { type: 'urn:problem:second-factor-needed' } }

describe.each([
  { name: 'the mocks', open: openMockApi },
  { name: 'the server', open: openServerApi },
])('$name of an installation that demands a second factor', ({ open }) => {
  let api: ApiUnderTest
  beforeAll(async () => {
    api = await open({ demandsSecondFactor: true })
  })
  afterAll(() => api.close())
  const get = (send: ApiSender, where: string) => send({ method: 'GET', path: where })

  test('let a nurse do nothing but set one up, and begin again once it is taken away', async () => {
    const nurse = await api.as('nurse')
    expect((await get(nurse, '/session')).body).toMatchObject({ awaits: 'set-up', caller: { role: 'nurse' } })
    expect((await get(nurse, path)).body).toMatchObject({ isOn: false, isDemanded: true })
    expect(await get(nurse, '/home')).toMatchObject(needed)
    expect(await get(nurse, '/accounts')).toMatchObject(needed)

    const current = demonstrationPassword
    const begun = await nurse({ method: 'POST', path, body: { current } })
    expect(await get(nurse, '/home')).toMatchObject(needed)
    const { secret } = begun.body as components['schemas']['SecondFactorSecret']
    expect((await nurse({ method: 'PUT', path, body: { code: appCode(secret, testInstant) } })).status).toBe(200)
    expect((await get(nurse, '/session')).body).toMatchObject({ awaits: null })
    expect((await get(nurse, '/home')).status).toBe(200)

    expect((await nurse({ method: 'POST', path: `${path}/removal`, body: { current } })).status).toBe(204)
    expect(await get(nurse, '/home')).toMatchObject(needed)
  })

  test('do not demand one of somebody who sees totals only', async () => {
    const lead = await api.as('trust-lead')
    expect((await get(lead, '/recruitment')).status).toBe(200)
    expect((await get(lead, path)).body).toMatchObject({ isDemanded: false })
  })
})
