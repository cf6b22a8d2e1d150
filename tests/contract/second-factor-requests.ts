import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { demonstrationPassword } from '../../mocks/data/accounts/demonstration-accounts.ts'
import { appCode } from '../support/app-codes.ts'
import { testInstant } from '../support/demonstration-seed.ts'
import type { ApiSender } from './api-under-test.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

/** A second factor from its beginning to its end. */
export function describeSecondFactorRequests(suite: ContractSuite): void {
  const path = '/account/second-factor'
  const problem = (status: number, kind: string) => ({ status, body: { type: `urn:problem:${kind}` } })
  const describeOwn = async (send: ApiSender) => (await suite.get('getSecondFactor', send, path)).body
  const begin = (send: ApiSender, current: string) =>
    suite.ask('beginSecondFactor', send, { method: 'POST', path, body: { current } })
  const confirm = (send: ApiSender, code: string) =>
    suite.ask('confirmSecondFactor', send, { method: 'PUT', path, body: { code } })
  const remove = (send: ApiSender, current: string) =>
    suite.ask('removeSecondFactor', send, { method: 'POST', path: `${path}/removal`, body: { current } })
  const signIn = (send: ApiSender) => {
    const body = { email: 'investigator@zz004.example', password: demonstrationPassword }
    return suite.ask('signIn', send, { method: 'POST', path: '/session', body })
  }
  const give = (send: ApiSender, code: string) =>
    suite.ask('giveSecondFactor', send, { method: 'POST', path: '/session/second-factor', body: { code } })

  test('a second factor is set up with the password and a code, asked for at sign-in, and taken away', async () => {
    const send = await suite.api.as('investigator', 'ZZ004')
    expect(await describeOwn(send)).toEqual({ isOn: false, recoveryCodesLeft: 0, isDemanded: false })
    expect(await confirm(send, '123456')).toMatchObject(problem(409, 'second-factor-not-begun'))
    expect(await begin(send, 'a guess')).toMatchObject({ status: 400, body: { errors: [{ pointer: '/current' }] } })
    const begun = await begin(send, demonstrationPassword)
    expect(begun.status).toBe(201)
    const { secret, link } = begun.body as Schemas['SecondFactorSecret']
    expect(link).toContain(`secret=${secret}`)
    expect(await confirm(send, 'no code')).toMatchObject({ status: 400, body: { errors: [{ pointer: '/code' }] } })
    const confirmed = await confirm(send, appCode(secret, testInstant))
    expect(confirmed.status, JSON.stringify(confirmed.body)).toBe(200)
    const [first = '', second = ''] = (confirmed.body as Schemas['RecoveryCodes']).codes
    expect(await describeOwn(send)).toEqual({ isOn: true, recoveryCodesLeft: 10, isDemanded: false })
    expect(await begin(send, demonstrationPassword)).toMatchObject(problem(409, 'second-factor-on'))

    expect(await signIn(send)).toMatchObject({ status: 200, body: { caller: null, awaits: 'code' } })
    expect((await suite.get('getHome', send, '/home')).status).toBe(401)
    expect((await suite.get('getSession', send, '/session')).body).toMatchObject({ awaits: 'code' })
    expect(await give(send, appCode(secret, testInstant))).toMatchObject(problem(401, 'wrong-code'))
    expect(await give(send, first)).toMatchObject({
      status: 200,
      body: { caller: { role: 'investigator' }, awaits: null },
    })
    expect(await give(send, second)).toMatchObject(problem(401, 'sign-in-not-begun'))
    expect(await describeOwn(send)).toMatchObject({ recoveryCodesLeft: 9 })
    expect(await remove(send, 'a guess')).toMatchObject({ status: 400, body: { errors: [{ pointer: '/current' }] } })
    expect((await remove(send, demonstrationPassword)).status).toBe(204)
    expect(await describeOwn(send)).toEqual({ isOn: false, recoveryCodesLeft: 0, isDemanded: false })
  })
}
