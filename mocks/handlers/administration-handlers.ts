import * as v from 'valibot'
import { linkNotValid } from '#domain/access/account-refusals.ts'
import { requestFaults } from '#domain/access/request-faults.ts'
import { roles } from '#domain/access/role.ts'
import { change, changeAccount } from '../answers/administration/change-account.ts'
import { createAccount } from '../answers/administration/create-account.ts'
import { createOrganisation } from '../answers/administration/create-organisation.ts'
import { describeAccount } from '../answers/administration/describe-account.ts'
import { listedOrganisation } from '../answers/administration/listed-organisation.ts'
import { createRecoveryLink, recoverAccount } from '../answers/administration/recover-account.ts'
import { renameOrganisation } from '../answers/administration/rename-organisation.ts'
import { onOpenOperation, onOperation } from '../http/on-operation.ts'
import { toProblem } from '../http/problem.ts'
import { email, ifMatch, text, uuid } from '../http/request-fields.ts'
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
const notBlank = v.regex(/\S/, requestFaults.ofPattern('\\S'))
const accountChange = v.strictObject({
  name: v.pipe(name, notBlank),
  role: v.picklist(roles.map(({ role }) => role)),
  organisationId: v.nullable(uuid),
})
const recovery = v.strictObject({ token: text(20, 200), password })
const organisationName = v.strictObject({ name: v.pipe(text(2, 200), notBlank) })
const newOrganisation = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[A-Z0-9]{3,10}$/, 'must be three to ten capital letters and digits')),
  name: text(2, 200),
})

const reading = { status: 200, roles: administrators } as const
const changing = { status: 200, roles: administrators, headers: v.object({ 'if-match': ifMatch }) } as const
const making = { status: 201, roles: administrators } as const

/** Accounts and organisations. What is added lasts as long as the demonstration. */
export const administrationHandlers = [
  // A demonstration has accounts from its first moment, and a link is good only while there is none.
  onOpenOperation('post', '/first-administrator', { status: 201, body: firstAdministrator }, () => {
    throw toProblem(linkNotValid)
  }),

  onOperation('get', '/organisations', reading, ({ state }) => {
    const items = [...state.organisations.values()].map(listedOrganisation)
    return { body: { items: items.toSorted((a, b) => compareKeys(a.code, b.code)) } }
  }),

  onOperation('post', '/organisations', { ...making, body: newOrganisation }, ({ state, body }) => ({
    body: createOrganisation(state, body),
  })),

  onOperation('put', '/organisations/{organisationId}', { ...changing, body: organisationName }, (asked) => {
    const { state, params, headers, body } = asked
    return renameOrganisation(state, { ...params, ifMatch: headers['if-match'], name: body.name })
  }),

  onOperation('get', '/accounts', reading, ({ state }) => {
    const items = [...state.accounts.values()].map((account) => describeAccount(state, account))
    return { body: { items: items.toSorted((a, b) => compareNames(a.name, b.name)) } }
  }),

  onOperation('post', '/accounts', { ...making, body: newAccount }, ({ state, body }) => ({
    body: createAccount(state, body),
  })),

  onOperation('put', '/accounts/{accountId}', { ...changing, body: accountChange }, (asked) =>
    changeAccount(asked, asked.body),
  ),

  onOperation('post', '/accounts/{accountId}/closing', changing, (asked) => change(asked, { isOpen: false })),

  onOperation('post', '/accounts/{accountId}/opening', changing, (asked) => change(asked, { isOpen: true })),

  onOperation('post', '/accounts/{accountId}/recovery-link', making, ({ state, caller, params }) => ({
    body: createRecoveryLink(state, caller, params.accountId),
  })),

  onOpenOperation('post', '/recovery', { status: 204, body: recovery }, ({ state, body }) => {
    recoverAccount(state, body)
    return { body: undefined }
  }),
]
