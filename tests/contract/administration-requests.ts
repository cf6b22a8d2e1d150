import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

export function describeAdministrationRequests(suite: ContractSuite): void {
  test('lets only administrators see and make accounts and organisations', async () => {
    const administrator = await suite.api.as('administrator')
    expect((await suite.get('listAccounts', suite.oncologist, '/accounts')).status).toBe(403)
    expect((await suite.get('listAccounts', administrator, '/accounts')).status).toBe(200)
    const newOrganisation = { code: 'ZZ099', name: 'Fictional Cottage Hospital' }
    const made = await suite.ask('createOrganisation', administrator, {
      method: 'POST',
      path: '/organisations',
      body: newOrganisation,
    })
    expect(made.status).toBe(201)
    expect((await suite.get('listOrganisations', administrator, '/organisations')).status).toBe(200)
    const { organisationId } = made.body as Schemas['Organisation']
    const account = {
      name: 'New Nurse',
      email: 'new@zz099.example',
      role: 'nurse',
      organisationId,
      password: 'twelve letters or more',
    }
    const first = await suite.ask('createAccount', administrator, { method: 'POST', path: '/accounts', body: account })
    expect(first.status).toBe(201)
    expect(
      (await suite.ask('createAccount', administrator, { method: 'POST', path: '/accounts', body: account })).status,
    ).toBe(409)
    const link = { token: 'x'.repeat(43), name: 'A', email: 'a@example.org', password: 'twelve letters or more' }
    const guess = await suite.ask('createFirstAdministrator', suite.api.asNobody, {
      method: 'POST',
      path: '/first-administrator',
      body: link,
    })
    expect(guess.status).toBe(403)
  })
}
