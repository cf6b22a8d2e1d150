import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { commonPassword } from '#domain/access/password-refusals.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { withoutProvider } from '../../../tests/support/single-sign-on.ts'
import { accountRoute } from './route.ts'

type OwnSession = components['schemas']['OwnSession']
type Problem = components['schemas']['Problem']

const desk: OwnSession = {
  sessionId: '00000000-0000-4000-8000-0000000000d1',
  device: 'Firefox on Windows',
  beganAt: '2026-11-18T08:00:00.000Z',
  lastUsedAt: '2026-11-18T09:30:00.000Z',
  isThisOne: true,
}
const phone: OwnSession = {
  ...desk,
  sessionId: '00000000-0000-4000-8000-0000000000d2',
  device: 'Safari on iPhone',
  isThisOne: false,
}

let sessions: OwnSession[] = []
let changed: unknown[] = []
const server = setupServer(
  http.get('*/api/single-sign-on', () => HttpResponse.json(withoutProvider)),
  http.get('*/api/account/sessions', () => HttpResponse.json({ items: sessions })),
  http.delete('*/api/account/sessions/:sessionId', ({ params }) => {
    sessions = sessions.filter(({ sessionId }) => sessionId !== params.sessionId)
    return new HttpResponse(null, { status: 204 })
  }),
  http.delete('*/api/account/sessions', () => {
    sessions = []
    return new HttpResponse(null, { status: 204 })
  }),
  http.put('*/api/account/password', async ({ request }) => {
    changed.push(await request.json())
    return new HttpResponse(null, { status: 204 })
  }),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

async function open() {
  sessions = [desk, phone]
  changed = []
  const drawn = renderRoute(accountRoute, { at: '/account' })
  await screen.findByRole('heading', { name: 'Your account' })
  return drawn
}

describe('one’s own sessions', () => {
  it('are listed with device and times, and this one is marked', async () => {
    const { container } = await open()
    const rows = within(screen.getByRole('table')).getAllByRole('row')
    expect(rows[1]?.textContent).toMatch(/Firefox on Windows.*18-Nov-2026 08:00.*18-Nov-2026 09:30.*This one/)
    expect(within(rows[1] as HTMLElement).queryByRole('button')).toBeNull()
    await expectAccessible(container)
  })

  it('another can be ended, and is told to have', async () => {
    await open()
    await userEvent.click(screen.getByRole('button', { name: 'Sign out of Safari on iPhone' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('That session has ended')
    await waitFor(() => expect(screen.queryByText('Safari on iPhone')).toBeNull())
  })

  it('all can be ended, which leads to signing in', async () => {
    await open()
    await userEvent.click(screen.getByRole('button', { name: 'Sign out everywhere' }))
    expect(await screen.findByText('Went to /sign-in')).toBeVisible()
    expect(sessions).toEqual([])
  })
})

describe('one’s own password', () => {
  async function change(current: string, password: string, repeated = password) {
    await userEvent.type(screen.getByLabelText('Password you have now'), current)
    await userEvent.type(screen.getByLabelText('New password'), password)
    await userEvent.type(screen.getByLabelText('New password again'), repeated)
    await userEvent.click(screen.getByRole('button', { name: 'Change password' }))
  }

  it('is changed, and the form is empty again', async () => {
    await open()
    await change('three random words', 'kettle osprey minted')
    expect(await screen.findByRole('alert')).toHaveTextContent('Your password is changed')
    expect(changed).toEqual([{ current: 'three random words', password: 'kettle osprey minted' }])
    expect(screen.getByLabelText('New password')).toHaveValue('')
  })

  it('typed differently the second time is not sent', async () => {
    await open()
    await change('three random words', 'kettle osprey minted', 'kettle osprey')
    expect(await screen.findByRole('link', { name: /not typed the same twice/ })).toBeVisible()
    expect(changed).toEqual([])
  })

  it('that is guessed first is refused with what to do instead', async () => {
    const { kind, ...text } = commonPassword
    server.use(
      http.put('*/api/account/password', () =>
        HttpResponse.json<Problem>(
          { type: `urn:problem:${kind}`, ...text, errors: [...(text.errors ?? [])] },
          { status: 400 },
        ),
      ),
    )
    await open()
    await change('three random words', 'Password1234')
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('New password is one of those guessed first')
    expect(alert).toHaveTextContent('three words')
  })
})

it('somebody of single sign-on has no password here, and a way to another role', async () => {
  const organisation = null
  const roles = (['privacy-officer', 'national-lead'] as const).map((role) => {
    return { optionId: role, role, roleName: role, organisation, isPresent: false }
  })
  const used = { ...withoutProvider, name: 'NHS CIS2 Authentication', isUsed: true, roles }
  server.use(http.get('*/api/single-sign-on', () => HttpResponse.json(used)))
  const { container } = await open()
  expect(screen.getByText(/You sign in with NHS CIS2 Authentication/)).toBeVisible()
  expect(screen.queryByLabelText('New password')).toBeNull()
  const link = screen.getByRole('link', { name: 'Change to another of your roles' })
  expect(link).toHaveAttribute('href', '/sign-in/single-sign-on')
  await expectAccessible(container)
})
