import { afterAll, beforeAll, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { demonstrationPassword } from '../../../mocks/data/accounts/demonstration-accounts.ts'
import { appCode } from '../../../tests/support/app-codes.ts'
import { openTestApp, type TestApp } from '../../../tests/support/build-app.ts'
import { testInstant } from '../../../tests/support/demonstration-seed.ts'
import { expectProblem } from '../../../tests/support/expect-problem.ts'

type Schemas = components['schemas']

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ demandsSecondFactor: true })
})
afterAll(() => app.close())

const needed = { status: 403, kind: 'second-factor-needed', remedy: 'Set it up' }
const own = { url: '/api/account/second-factor', payload: { current: demonstrationPassword } } as const

test('an installation that demands a second factor lets nobody to patients or administration without one', async () => {
  const nurse = await app.signInAs('nurse')
  expect((await nurse({ method: 'GET', url: '/api/session' })).json()).toMatchObject({
    awaits: 'set-up',
    caller: { role: 'nurse' },
  })
  const search = { method: 'POST', url: '/api/patients/search', payload: { filters: {} } } as const
  expectProblem(await nurse(search), needed)
  expectProblem(await nurse({ method: 'GET', url: '/api/home' }), needed)
  expectProblem(await nurse({ method: 'PUT', url: '/api/account/password', payload: {} }), needed)
  expectProblem(await (await app.signInAs('administrator'))({ method: 'GET', url: '/api/accounts' }), needed)

  const { secret } = (await nurse({ method: 'POST', ...own })).json<Schemas['SecondFactorSecret']>()
  expectProblem(await nurse(search), needed)
  const payload = { code: appCode(secret, testInstant) }
  expect((await nurse({ method: 'PUT', url: own.url, payload })).statusCode).toBe(200)
  expect((await nurse({ method: 'GET', url: '/api/session' })).json()).toMatchObject({ awaits: null })
  expect((await nurse(search)).statusCode).toBe(200)

  const removal = await nurse({ method: 'POST', url: `${own.url}/removal`, payload: own.payload })
  expect(removal.statusCode, removal.body).toBe(204)
  expectProblem(await nurse(search), needed)
})

test('it does not demand one of those who see totals only, and says of whom it does', async () => {
  const lead = await app.signInAs('trust-lead')
  expect((await lead({ method: 'GET', url: '/api/recruitment' })).statusCode).toBe(200)
  expect((await lead({ method: 'GET', url: own.url })).json()).toMatchObject({ isDemanded: false })
  const oncologist = await app.signInAs('oncologist')
  expect((await oncologist({ method: 'GET', url: own.url })).json()).toMatchObject({ isDemanded: true })
})
