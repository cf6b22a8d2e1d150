import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { recoveryLinkNotValid } from '#domain/access/account-change-refusals.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { oncologistSession, renderRoute } from '../../../tests/support/render-route.tsx'
import { recoveryRoute } from './route.ts'

type Problem = components['schemas']['Problem']

const nobody = { ...oncologistSession, caller: null }
let given: unknown[] = []
const server = setupServer(
  http.post('*/api/recovery', async ({ request }) => {
    given.push(await request.json())
    return new HttpResponse(null, { status: 204 })
  }),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => {
  given = []
  server.resetHandlers()
})
afterAll(() => server.close())

async function type(password: string, repeated = password) {
  await userEvent.type(await screen.findByLabelText('New password'), password)
  await userEvent.type(screen.getByLabelText('New password again'), repeated)
  await userEvent.click(screen.getByRole('button', { name: 'Set the password' }))
}

it('a new password is set with the secret part of the link, and signing in comes next', async () => {
  const { container } = renderRoute(recoveryRoute, { at: '/recovery#one-time-secret', session: nobody })
  await screen.findByLabelText('New password')
  await expectAccessible(container)
  await type('kettle osprey minted')
  expect(await screen.findByRole('link', { name: 'Sign in with it' })).toHaveAttribute('href', '/sign-in')
  expect(given).toEqual([{ token: 'one-time-secret', password: 'kettle osprey minted' }])
})

it('a password typed differently the second time is not sent', async () => {
  renderRoute(recoveryRoute, { at: '/recovery#one-time-secret', session: nobody })
  await type('kettle osprey minted', 'kettle osprey')
  expect(await screen.findByRole('link', { name: /not typed the same twice/ })).toBeVisible()
  expect(given).toEqual([])
})

it('a link that is not valid any more says whom to ask', async () => {
  const { kind, errors: _, ...text } = recoveryLinkNotValid
  server.use(
    http.post('*/api/recovery', () =>
      HttpResponse.json<Problem>({ type: `urn:problem:${kind}`, ...text }, { status: 403 }),
    ),
  )
  renderRoute(recoveryRoute, { at: '/recovery#one-time-secret', session: nobody })
  await type('kettle osprey minted')
  expect(await screen.findByRole('alert')).toHaveTextContent('Ask an administrator for a new link')
})

it('needs the whole link', async () => {
  renderRoute(recoveryRoute, { at: '/recovery', session: nobody })
  expect(await screen.findByRole('heading', { name: /The address is not complete/ })).toBeVisible()
})
