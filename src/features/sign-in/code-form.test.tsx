import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { wrongCode } from '#domain/access/second-factor-refusals.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { oncologistSession, renderRoute } from '../../../tests/support/render-route.tsx'
import { withoutProvider } from '../../../tests/support/single-sign-on.ts'
import { signInRoute } from './route.ts'

type Schemas = components['schemas']

const awaited = { ...oncologistSession, caller: null, awaits: 'code' as const }
let next: Schemas['Session']['awaits'] = null
const server = setupServer(
  http.get('*/api/single-sign-on', () => HttpResponse.json(withoutProvider)),
  http.post<never, { code: string }>('*/api/session/second-factor', async ({ request }) => {
    if ((await request.json()).code === '123 456') return HttpResponse.json({ ...oncologistSession, awaits: next })
    const { kind, errors = [], ...text } = wrongCode
    return HttpResponse.json<Schemas['Problem']>({ type: `urn:problem:${kind}`, ...text, errors }, { status: 401 })
  }),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => {
  next = null
  server.resetHandlers()
})
afterAll(() => server.close())

async function give(code: string) {
  const field = await screen.findByLabelText('Code')
  await userEvent.clear(field)
  await userEvent.type(field, code)
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
}

it('the code is asked for after the password, and leads where the reader was going', async () => {
  const { container } = renderRoute(signInRoute, { at: '/sign-in?return=%2Freferrals', session: awaited })
  await screen.findByRole('heading', { level: 1, name: 'Enter your code' })
  await expectAccessible(container)
  await give('12')
  expect(await screen.findByRole('link', { name: /Enter the six digits/ })).toBeVisible()
  await give('000000')
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('Code is not right at this moment'))
  expect(screen.getByRole('alert')).toHaveTextContent('use a recovery code')
  await give('123 456')
  expect(await screen.findByText('Went to /referrals')).toBeVisible()
})

it('who has to set up a second factor is led there first', async () => {
  next = 'set-up'
  renderRoute(signInRoute, { at: '/sign-in?return=%2Freferrals', session: awaited })
  await give('123 456')
  expect(await screen.findByText('Went to /account/second-factor')).toBeVisible()
})
