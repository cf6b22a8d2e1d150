import * as v from 'valibot'
import { linkNotValid } from '#domain/access/account-refusals.ts'
import { roles } from '#domain/access/role.ts'
import { createAccount } from '../answers/administration/create-account.ts'
import { createOrganisation } from '../answers/administration/create-organisation.ts'
import { describeAccount } from '../answers/administration/describe-account.ts'
import { organisationNamed } from '../answers/organisation-named.ts'
import { onOpenOperation, onOperation } from '../http/on-operation.ts'
import { toProblem } from '../http/problem.ts'
import { email, text, uuid } from '../http/request-fields.ts'
import { administrators } from '../http/role-groups.ts'
import { compareKeys, compareNames } from '../paging/compare-keys.ts'

/* The fields stand in the order of the contract, as what is wrong is told in that order. */
const name = text(1, 120)
const password = text(12, 200)
const firstAdministrator = v.strictObject({ token: text(20, 200), name, email, password })
const newAccount = v.strictObject({
  name,
  email,
  role: v.picklist(roles.map(({ role }) => role)),
  organisationId: v.nullable(uuid),
  password,
})
const newOrganisation = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[A-Z0-9]{3,10}$/, 'must be three to ten capital letters and digits')),
  name: text(2, 200),
})

const reading = { status: 200, roles: administrators } as const
const making = { status: 201, roles: administrators } as const

/** Accounts and organisations. What is added lasts as long as the demonstration. */
export const administrationHandlers = [
  // A demonstration has accounts from its first moment, and a link is good only while there is none.
  onOpenOperation('post', '/first-administrator', { status: 201, body: firstAdministrator }, () => {
    throw toProblem(linkNotValid)
  }),

  onOperation('get', '/organisations', reading, ({ state }) => {
    const items = [...state.organisations.keys()].map((organisationId) => organisationNamed(state, organisationId))
    return { body: { items: items.toSorted((a, b) => compareKeys(a.code, b.code)) } }
  }),

  onOperation('post', '/organisations', { ...making, body: newOrganisation }, ({ state, body }) => ({
    body: createOrganisation(state, body),
  })),

  onOperation('get', '/accounts', reading, ({ state }) => {
    const items = [...state.accounts.values()].map((account) => describeAccount(state, account))
    return { body: { items: items.toSorted((a, b) => compareNames(a.name, b.name)) } }
  }),

  onOperation('post', '/accounts', { ...making, body: newAccount }, ({ state, body }) => ({
    body: createAccount(state, body),
  })),
]
