import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { changedMeanwhile } from '#domain/access/account-change-refusals.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { oncologistSession, renderRoute } from '../../../tests/support/render-route.tsx'
import { administeredAccountRoute, organisationRoute } from './route.ts'

type Schemas = components['schemas']

const northmoor = {
  organisationId: '00000000-0000-4000-8000-0000000000a1',
  code: 'ZZ101',
  name: 'Northmoor Demonstration Hospital',
}
const accountId = '00000000-0000-4000-8000-0000000000b2'
let stored: Schemas['Account']
let organisation: Schemas['ListedOrganisation']
let sent: unknown[]

function saved(request: Request, parts: Partial<Schemas['Account']>) {
  if (request.headers.get('if-match') !== `"${stored.version}"`) {
    const { kind, errors: _, ...text } = changedMeanwhile('account')
    return HttpResponse.json<Schemas['Problem']>({ type: `urn:problem:${kind}`, ...text }, { status: 412 })
  }
  stored = { ...stored, ...parts, version: stored.version + 1 }
  return HttpResponse.json(stored)
}

const server = setupServer(
  http.get('*/api/accounts', () => HttpResponse.json({ items: [stored] })),
  http.get('*/api/organisations', () => HttpResponse.json({ items: [organisation] })),
  http.put<{ accountId: string }, Schemas['AccountChange']>('*/api/accounts/:accountId', async ({ request }) => {
    const body = await request.json()
    sent.push(body)
    return saved(request, { name: body.name, role: body.role })
  }),
  http.post('*/api/accounts/:accountId/closing', ({ request }) => saved(request, { isOpen: false })),
  http.post('*/api/accounts/:accountId/opening', ({ request }) => saved(request, { isOpen: true })),
  http.post('*/api/accounts/:accountId/recovery-link', () =>
    HttpResponse.json({ token: 'made-once', expiresAt: '2026-11-19T09:00:00.000Z' }, { status: 201 }),
  ),
  http.put<{ organisationId: string }, Schemas['OrganisationName']>(
    '*/api/organisations/:organisationId',
    async ({ request }) => {
      organisation = { ...organisation, ...(await request.json()), version: organisation.version + 1 }
      return HttpResponse.json(organisation)
    },
  ),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  sent = []
  organisation = { ...northmoor, version: 1 }
  stored = {
    accountId,
    name: 'Robin Vale',
    email: 'robin@northmoor.example',
    role: 'nurse',
    organisation: northmoor,
    isOpen: true,
    hasSecondFactor: false,
    signsInWith: 'password',
    version: 1,
  }
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

async function open(session = oncologistSession) {
  const drawn = renderRoute(administeredAccountRoute, { at: `/administration/accounts/${accountId}`, session })
  await screen.findByRole('heading', { level: 1, name: /Robin Vale/ })
  return drawn
}
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save changes' }))

describe('an account', () => {
  it('is changed, says so, and is changed again from there', async () => {
    const { container } = await open()
    await expectAccessible(container)
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Role' }), 'Oncologist')
    await save()
    expect(await screen.findByRole('alert')).toHaveTextContent('The account of Robin Vale is changed')
    const name = screen.getByRole('textbox', { name: 'Full name' })
    await userEvent.clear(name)
    await userEvent.type(name, 'Robin Valery')
    await save()
    expect(await screen.findByText(/The account of Robin Valery is changed/)).toBeVisible()
    expect(sent).toEqual([
      { name: 'Robin Vale', role: 'oncologist', organisationId: northmoor.organisationId },
      { name: 'Robin Valery', role: 'oncologist', organisationId: northmoor.organisationId },
    ])
  })

  it('that somebody else changed meanwhile shows what is stored now, keeps what was typed, and is saved knowingly', async () => {
    await open()
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Role' }), 'Oncologist')
    stored = { ...stored, name: 'Robin Other', version: 5 }
    await save()
    expect(await screen.findByRole('heading', { name: /Somebody else changed this account/ })).toBeVisible()
    expect(await screen.findByText(/Robin Other, Specialist nurse, Northmoor/)).toBeVisible()
    expect(screen.getByRole('combobox', { name: 'Role' })).toHaveValue('oncologist')
    await save()
    expect(await screen.findByText(/The account of Robin Vale is changed/)).toBeVisible()
  })

  it('is closed, and opened again', async () => {
    await open()
    await userEvent.click(screen.getByRole('button', { name: 'Close this account' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('is closed')
    expect(screen.queryByRole('button', { name: 'Make a recovery link' })).toBeNull()
    await userEvent.click(await screen.findByRole('button', { name: 'Open this account' }))
    expect(await screen.findByText(/is open again/)).toBeVisible()
  })

  it('gets a recovery link that is shown once', async () => {
    const { container } = await open()
    await userEvent.click(screen.getByRole('button', { name: 'Make a recovery link' }))
    expect(await screen.findByRole('textbox', { name: 'One-time link' })).toHaveValue(
      `${window.location.origin}/recovery#made-once`,
    )
    await expectAccessible(container)
  })

  it('of a provider is only closed here: its name, its rights and the way in are the provider’s', async () => {
    stored = { ...stored, signsInWith: 'provider' }
    await open()
    expect(screen.getByText('Through the provider of single sign-on')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Close this account' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Make a recovery link' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Save changes' })).toBeNull()
  })

  it('that is the reader’s own keeps its role, and has no end', async () => {
    const { caller } = oncologistSession
    await open({ ...oncologistSession, caller: caller && { ...caller, accountId } })
    expect(screen.queryByRole('combobox', { name: 'Role' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Close this account' })).toBeNull()
    await save()
    expect(await screen.findByRole('alert')).toHaveTextContent('is changed')
    expect(sent).toEqual([{ name: 'Robin Vale', role: 'nurse', organisationId: northmoor.organisationId }])
  })

  it('that does not exist is said not to', async () => {
    renderRoute(administeredAccountRoute, { at: '/administration/accounts/00000000-0000-4000-8000-0000000000cc' })
    expect(await screen.findByText(/There is no such account/)).toBeVisible()
  })
})

it('an organisation is renamed', async () => {
  const at = `/administration/organisations/${northmoor.organisationId}`
  const { container } = renderRoute(organisationRoute, { at })
  const name = await screen.findByRole('textbox', { name: 'Name' })
  await expectAccessible(container)
  await userEvent.clear(name)
  await userEvent.type(name, 'Southmoor')
  await userEvent.click(screen.getByRole('button', { name: 'Save the name' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('It is called Southmoor now')
})
