import { describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { ApiSender } from './api-under-test.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']
type Account = Schemas['Account']

const unknown = '00000000-0000-4000-8000-000000000000'

/** Accounts and organisations as an administrator changes them, and the way back in for who has lost the password. */
export function describeAccountChangeRequests(suite: ContractSuite): void {
  const password = 'kettle osprey minted 41'
  const administrator = () => suite.api.as('administrator')
  const ifMatch = (version: number) => ({ 'if-match': `"${version}"` })

  async function accountOf(email: string): Promise<Account> {
    const { items } = (await suite.get('listAccounts', await administrator(), '/accounts'))
      .body as Schemas['AccountList']
    const found = items.find((account) => account.email === email)
    if (!found) throw new Error(`Nobody has the address ${email}.`)
    return found
  }
  const bodyOf = ({ name, role, organisation }: Account) => ({
    name,
    role,
    organisationId: organisation?.organisationId ?? null,
  })
  const change = (send: ApiSender, account: Account, body: object) => {
    const path = `/accounts/${account.accountId}`
    return suite.ask('changeAccount', send, { method: 'PUT', path, body, headers: ifMatch(account.version) })
  }
  const close = (send: ApiSender, { accountId, version }: Pick<Account, 'accountId' | 'version'>) =>
    suite.ask('closeAccount', send, {
      method: 'POST',
      path: `/accounts/${accountId}/closing`,
      headers: ifMatch(version),
    })
  const reopen = (send: ApiSender, { accountId, version }: Account) =>
    suite.ask('reopenAccount', send, {
      method: 'POST',
      path: `/accounts/${accountId}/opening`,
      headers: ifMatch(version),
    })
  const makeLink = (send: ApiSender, accountId: string) =>
    suite.ask('createRecoveryLink', send, { method: 'POST', path: `/accounts/${accountId}/recovery-link` })
  const recover = (token: string, chosen = password) =>
    suite.ask('recoverAccount', suite.api.asNobody, {
      method: 'POST',
      path: '/recovery',
      body: { token, password: chosen },
    })
  const signIn = (email: string, chosen = password) =>
    suite.ask('signIn', suite.api.asNobody, {
      method: 'POST',
      path: '/session',
      body: { email, password: chosen },
    })
  const home = (send: ApiSender) => suite.get('getHome', send, '/home')
  const problem = (status: number, kind: string) => ({ status, body: { type: `urn:problem:${kind}` } })

  describe('an account that is changed', () => {
    test('keeps its sessions under another name, and loses them with another role', async () => {
      const send = await administrator()
      const nurse = await suite.api.as('nurse', 'ZZ005')
      const before = await accountOf('nurse@zz005.example')
      const renamed = await change(send, before, { ...bodyOf(before), name: ' Another Name ' })
      expect(renamed).toMatchObject({ status: 200, etag: '"2"', body: { name: 'Another Name', version: 2 } })
      expect((await home(nurse)).status).toBe(200)
      const moved = await change(send, renamed.body as Account, { ...bodyOf(before), role: 'site-nurse' })
      expect(moved).toMatchObject({ status: 200, body: { role: 'site-nurse', version: 3 } })
      expect((await home(nurse)).status).toBe(401)
      expect(await change(send, moved.body as Account, bodyOf(before))).toMatchObject({ status: 200 })
    })

    test('is not changed from a version that somebody else has changed meanwhile, and not where there is none', async () => {
      const send = await administrator()
      const account = await accountOf('oncologist@zz005.example')
      const changed = await change(send, account, { ...bodyOf(account), name: 'First' })
      expect(changed.status).toBe(200)
      expect(await change(send, account, { ...bodyOf(account), name: 'Second' })).toMatchObject(
        problem(412, 'conflict'),
      )
      expect(await close(send, account)).toMatchObject(problem(412, 'conflict'))
      expect(await accountOf('oncologist@zz005.example')).toEqual(changed.body)
      expect(await close(send, { ...account, accountId: unknown })).toMatchObject(problem(404, 'not-found'))
    })

    test('belongs to an organisation that exists, where its role needs one', async () => {
      const send = await administrator()
      const account = await accountOf('nurse@zz004.example')
      for (const organisationId of [null, unknown]) {
        expect(await change(send, account, { ...bodyOf(account), organisationId })).toMatchObject({
          status: 400,
          body: { errors: [{ pointer: '/organisationId' }] },
        })
      }
      expect(await change(send, account, { ...bodyOf(account), name: ' ' })).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/name', message: 'must be more than spaces' }] },
      })
    })

    test('is not one’s own: neither its role, nor its organisation, nor its end, nor a way back into it', async () => {
      const send = await administrator()
      const own = await accountOf('administrator@zz001.example')
      const refused = problem(403, 'own-account')
      expect(await change(send, own, { ...bodyOf(own), role: 'privacy-officer' })).toMatchObject(refused)
      expect(await change(send, own, { ...bodyOf(own), organisationId: null })).toMatchObject(refused)
      expect(await close(send, own)).toMatchObject(refused)
      expect(await makeLink(send, own.accountId)).toMatchObject(refused)
      expect(await change(send, own, { ...bodyOf(own), name: 'Beatrix Loveday-Smith' })).toMatchObject({ status: 200 })
    })
  })

  describe('an account that is closed', () => {
    test('is signed out at once, cannot sign in nor be recovered, and is as before when it is opened again', async () => {
      const send = await administrator()
      const email = 'investigator@zz005.example'
      const investigator = await suite.api.as('investigator', 'ZZ005')
      const before = await accountOf(email)
      const closed = await close(send, before)
      expect(closed).toMatchObject({ status: 200, body: { isOpen: false, version: before.version + 1 } })
      expect((await home(investigator)).status).toBe(401)
      expect((await signIn(email, 'demonstration-only')).status).toBe(401)
      expect(await makeLink(send, before.accountId)).toMatchObject(problem(409, 'account-closed'))
      expect(await reopen(send, closed.body as Account)).toMatchObject({ status: 200, body: { isOpen: true } })
      expect((await home(investigator)).status).toBe(401)
      expect((await signIn(email, 'demonstration-only')).status).toBe(200)
    })
  })

  describe('a recovery link', () => {
    test('sets a new password once, and ends every session', async () => {
      const send = await administrator()
      const email = 'site-nurse@zz005.example'
      const before = await suite.api.as('site-nurse', 'ZZ005')
      const { accountId } = await accountOf(email)
      const first = (await makeLink(send, accountId)).body as Schemas['RecoveryLink']
      const { status, body } = await makeLink(send, accountId)
      expect(status).toBe(201)
      const { token } = body as Schemas['RecoveryLink']
      expect(await recover(first.token)).toMatchObject(problem(403, 'link-not-valid'))
      expect(await recover(token, 'Password1234')).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/password' }] },
      })
      expect((await recover(token)).status).toBe(204)
      expect((await home(before)).status).toBe(401)
      expect((await signIn(email, 'demonstration-only')).status).toBe(401)
      expect((await signIn(email)).status).toBe(200)
      expect(await recover(token)).toMatchObject(problem(403, 'link-not-valid'))
      expect(await makeLink(send, unknown)).toMatchObject(problem(404, 'not-found'))
    })
  })

  test('an organisation is renamed from the version that was read', async () => {
    const send = await administrator()
    const { items } = (await suite.get('listOrganisations', send, '/organisations')).body as Schemas['OrganisationList']
    const organisation = items.find(({ code }) => code === 'ZZ005')
    if (!organisation) throw new Error('No organisation has the code ZZ005.')
    const rename = (name: string, organisationId = organisation.organisationId) =>
      suite.ask('renameOrganisation', send, {
        method: 'PUT',
        path: `/organisations/${organisationId}`,
        body: { name },
        headers: ifMatch(organisation.version),
      })
    const renamed = await rename(' Fictional Royal Hospital ')
    expect(renamed).toMatchObject({ status: 200, etag: '"2"' })
    expect(renamed.body).toEqual({ ...organisation, name: 'Fictional Royal Hospital', version: 2 })
    expect(await rename('Another')).toMatchObject(problem(412, 'conflict'))
    expect(await rename('Another', unknown)).toMatchObject(problem(404, 'not-found'))
  })
}
