import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { type Role, roles } from '#domain/access/role.ts'
import type { ApiRequest, ApiSender } from './api-under-test.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

const password = 'twelve letters or more'

export function describeAdministrationRequests(suite: ContractSuite): void {
  const administrator = () => suite.api.as('administrator')
  const accountsFor = (send: ApiSender) => suite.get('listAccounts', send, '/accounts')
  const organisationsFor = (send: ApiSender) => suite.get('listOrganisations', send, '/organisations')
  const createAccount = (send: ApiSender, body: object) =>
    suite.ask('createAccount', send, { method: 'POST', path: '/accounts', body })
  const createOrganisation = (send: ApiSender, body: object) =>
    suite.ask('createOrganisation', send, { method: 'POST', path: '/organisations', body })
  const signIn = (email: string, send = suite.api.asNobody) =>
    suite.ask('signIn', send, { method: 'POST', path: '/session', body: { email, password } })

  async function organisationWithCode(code: string): Promise<Schemas['ListedOrganisation']> {
    const { items } = (await organisationsFor(await administrator())).body as Schemas['OrganisationList']
    const found = items.find((organisation) => organisation.code === code)
    if (!found) throw new Error(`No organisation has the code ${code}.`)
    return found
  }

  describe('administration', () => {
    test('is for administrators alone', async () => {
      const account = { name: 'A', email: 'a@zz.example', role: 'nurse', organisationId: null, password }
      for (const { role } of roles.filter(({ role }) => role !== 'administrator')) {
        const send = await suite.api.as(role)
        const answers = [
          await accountsFor(send),
          await organisationsFor(send),
          await createAccount(send, account),
          await createOrganisation(send, { code: 'ZZ098', name: 'Fictional Hospital' }),
        ]
        expect(
          answers.map(({ status }) => status),
          role,
        ).toEqual([403, 403, 403, 403])
      }
      expect((await accountsFor(suite.api.asNobody)).status).toBe(401)
    })

    test('adds an organisation and somebody who works there and can sign in at once', async () => {
      const send = await administrator()
      const made = await createOrganisation(send, { code: 'ZZ099', name: ' Fictional Cottage Hospital ' })
      expect(made.status).toBe(201)
      const { version, ...organisation } = made.body as Schemas['ListedOrganisation']
      expect(organisation).toMatchObject({ code: 'ZZ099', name: 'Fictional Cottage Hospital' })
      expect(await organisationWithCode('ZZ099')).toEqual({ ...organisation, version })

      const { organisationId } = organisation
      const account = { name: ' New Nurse ', email: 'new@zz099.example', role: 'nurse', organisationId, password }
      const added = await createAccount(send, account)
      expect(added.status).toBe(201)
      expect(added.body).toMatchObject({ name: 'New Nurse', email: 'new@zz099.example', role: 'nurse', organisation })
      expect(added.body).not.toHaveProperty('password')
      const { items } = (await accountsFor(send)).body as Schemas['AccountList']
      expect(items).toContainEqual(added.body)
      expect(await organisationsFor(send)).toMatchObject({ status: 200 })

      const { status, body } = await signIn('NEW@zz099.example')
      expect(status).toBe(200)
      expect((body as Schemas['Session']).caller).toMatchObject({ name: 'New Nurse', role: 'nurse', organisation })
    })

    test('lets a site take referrals as soon as somebody there can sign in', async () => {
      const { organisationId } = await organisationWithCode('ZZ007')
      const sitesThere = async () => {
        const page = (await suite.get('listTrials', suite.oncologist, '/trials?limit=100')).body as Schemas['TrialPage']
        const trials = await Promise.all(
          page.items.map(({ trialId }) => suite.get('getTrial', suite.oncologist, `/trials/${trialId}`)),
        )
        return trials
          .flatMap(({ body }) => (body as Schemas['Trial']).sites)
          .filter(({ organisation }) => organisation?.organisationId === organisationId)
      }
      const add = async (role: Role, email: string) =>
        createAccount(await administrator(), { name: 'Somebody', email, role, organisationId, password })
      expect((await sitesThere()).length).toBeGreaterThan(0)
      expect((await add('trust-lead', 'lead@zz007.example')).status).toBe(201)
      expect((await sitesThere()).map(({ canReceive }) => canReceive)).not.toContain(true)
      expect((await add('site-nurse', 'site-nurse@zz007.example')).status).toBe(201)
      expect((await sitesThere()).map(({ canReceive }) => canReceive)).not.toContain(false)
    })

    test('says what is taken, and where', async () => {
      const send = await administrator()
      const { organisationId } = await organisationWithCode('ZZ001')
      const again = { name: 'Another', email: 'NURSE@zz001.example', role: 'nurse', organisationId, password }
      expect(await createAccount(send, again)).toMatchObject({
        status: 409,
        body: { type: 'urn:problem:already-exists', errors: [{ pointer: '/email' }] },
      })
      expect(await createOrganisation(send, { code: 'ZZ001', name: 'Another' })).toMatchObject({
        status: 409,
        body: { type: 'urn:problem:already-exists', errors: [{ pointer: '/code' }] },
      })
    })

    test('asks for an organisation that exists, unless the role is held across all of them', async () => {
      const send = await administrator()
      const account = { name: 'Somebody', email: 'somebody@zz.example', role: 'nurse', password }
      for (const organisationId of [null, randomUUID()]) {
        expect(await createAccount(send, { ...account, organisationId })).toMatchObject({
          status: 400,
          body: { type: 'urn:problem:invalid-request', errors: [{ pointer: '/organisationId' }] },
        })
      }
      const national = { ...account, role: 'national-lead', organisationId: null }
      expect((await createAccount(send, national)).body).toMatchObject({ organisation: null })
    })

    test('refuses every link for a first administrator once there is an account', async () => {
      const body = { token: 'x'.repeat(43), name: 'A', email: 'a@example.org', password }
      const request: ApiRequest = { method: 'POST', path: '/first-administrator', body }
      const guess = await suite.ask('createFirstAdministrator', suite.api.asNobody, request)
      expect(guess).toMatchObject({ status: 403, body: { type: 'urn:problem:link-not-valid' } })
    })
  })
}
