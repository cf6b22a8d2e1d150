import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { accountsRoute, organisationsRoute } from './route.ts'

type Account = components['schemas']['Account']
type NewAccount = components['schemas']['NewAccount']
type NewOrganisation = components['schemas']['NewOrganisation']
type Organisation = components['schemas']['ListedOrganisation']
type Problem = components['schemas']['Problem']

const northmoor: Organisation = {
  organisationId: '00000000-0000-4000-8000-0000000000a1',
  code: 'ZZ101',
  name: 'Northmoor Demonstration Hospital',
  version: 1,
}
const newId = '00000000-0000-4000-8000-0000000000ff'
let accounts: Account[]
let organisations: Organisation[]

const server = setupServer(
  http.get('*/api/accounts', () => HttpResponse.json({ items: accounts })),
  http.get('*/api/organisations', () => HttpResponse.json({ items: organisations })),
  http.post<never, NewAccount>('*/api/accounts', async ({ request }) => {
    const { name, email, role, organisationId } = await request.json()
    if (accounts.some((account) => account.email === email)) {
      const problem: Problem = {
        type: 'urn:problem:duplicate',
        title: 'The account was not added',
        status: 409,
        detail: 'The email address is in use.',
        errors: [{ pointer: '/email', message: 'Another account has this email address' }],
      }
      return HttpResponse.json<Problem>(problem, { status: 409 })
    }
    const organisation = organisations.find((one) => one.organisationId === organisationId) ?? null
    const account = {
      accountId: newId,
      name,
      email,
      role,
      organisation,
      isOpen: true,
      hasSecondFactor: false,
      signsInWith: 'password' as const,
      version: 1,
    }
    accounts = [...accounts, account]
    return HttpResponse.json<Account>(account, { status: 201 })
  }),
  http.post<never, NewOrganisation>('*/api/organisations', async ({ request }) => {
    const organisation = { ...(await request.json()), organisationId: newId, version: 1 }
    organisations = [...organisations, organisation]
    return HttpResponse.json<Organisation>(organisation, { status: 201 })
  }),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  organisations = [northmoor]
  accounts = [
    {
      accountId: '00000000-0000-4000-8000-0000000000b1',
      name: 'Sam Field',
      email: 'sam@northmoor.example',
      role: 'administrator',
      organisation: null,
      isOpen: true,
      hasSecondFactor: false,
      signsInWith: 'password' as const,
      version: 1,
    },
  ]
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

async function fillInAccount(email: string) {
  await userEvent.type(await screen.findByRole('textbox', { name: 'Full name' }), 'Robin Vale')
  await userEvent.type(screen.getByRole('textbox', { name: 'Email address' }), email)
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Role' }), 'Specialist nurse')
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Organisation' }), northmoor.organisationId)
  await userEvent.type(screen.getByLabelText('First password'), 'three random words')
  await userEvent.click(screen.getByRole('button', { name: 'Add account' }))
}

describe('accounts', () => {
  it('are listed with their role in words and whom they work for', async () => {
    const { container } = renderRoute(accountsRoute, { at: '/administration/accounts' })
    const row = within(await screen.findByRole('row', { name: /Sam Field/ }))
    expect(row.getByText('Administrator')).toBeVisible()
    expect(row.getByText('All organisations')).toBeVisible()
    await expectAccessible(container)
  })

  it('are added, appear in the list and leave an empty form', async () => {
    renderRoute(accountsRoute, { at: '/administration/accounts' })
    await fillInAccount('robin@northmoor.example')
    expect(await screen.findByRole('heading', { name: /Robin Vale can now sign in as robin@northmoor/ })).toBeVisible()
    expect(await screen.findByRole('row', { name: /Robin Vale.*Specialist nurse Northmoor/ })).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Full name' })).toHaveValue('')
  })

  it('that are refused keep what was typed and name the field', async () => {
    renderRoute(accountsRoute, { at: '/administration/accounts' })
    await fillInAccount('robin@northmoor.example')
    await screen.findByRole('heading', { name: /Robin Vale can now sign in/ })
    // The form was renewed after the first account, and must not be after the refusal.
    await fillInAccount('sam@northmoor.example')
    expect(await screen.findByRole('link', { name: 'Another account has this email address' })).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Full name' })).toHaveValue('Robin Vale')
    expect(screen.getByRole('combobox', { name: 'Role' })).toHaveValue('nurse')
    expect(screen.getByRole('combobox', { name: 'Organisation' })).toHaveValue(northmoor.organisationId)
    expect(screen.getByLabelText('First password')).toHaveValue('three random words')
  })

  it('need a role before anything is sent', async () => {
    renderRoute(accountsRoute, { at: '/administration/accounts' })
    await userEvent.type(await screen.findByRole('textbox', { name: 'Full name' }), 'Robin Vale')
    await userEvent.click(screen.getByRole('button', { name: 'Add account' }))
    await userEvent.click(await screen.findByRole('link', { name: 'Choose a role' }))
    expect(screen.getByRole('combobox', { name: 'Role' })).toHaveFocus()
    expect(screen.getByRole('textbox', { name: 'Full name' })).toHaveValue('Robin Vale')
  })
})

describe('organisations', () => {
  it('are added under a code in capitals', async () => {
    const { container } = renderRoute(organisationsRoute, { at: '/administration/organisations' })
    await userEvent.type(await screen.findByRole('textbox', { name: 'ODS code' }), 'zz102')
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Eastvale Demonstration Hospital')
    await userEvent.click(screen.getByRole('button', { name: 'Add organisation' }))
    expect(await screen.findByRole('row', { name: 'Eastvale Demonstration Hospital ZZ102' })).toBeVisible()
    expect(screen.getByRole('alert')).toHaveTextContent('Eastvale Demonstration Hospital (ZZ102) was added')
    await expectAccessible(container)
  })

  it('say so when there are none', async () => {
    organisations = []
    renderRoute(organisationsRoute, { at: '/administration/organisations' })
    expect(await screen.findByRole('heading', { name: 'There are no organisations' })).toBeVisible()
  })
})
