import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { oncologistSession, renderRoute } from '../../../tests/support/render-route.tsx'
import { withoutProvider } from '../../../tests/support/single-sign-on.ts'
import { signInRoute, signOutRoute } from './route.ts'

type Problem = components['schemas']['Problem']
type SignIn = components['schemas']['SignIn']

const nobody = { ...oncologistSession, caller: null }
const accepted: SignIn = { email: 'alex@northmoor.example', password: 'three random words' }
let signedOut = false

const server = setupServer(
  http.get('*/api/single-sign-on', () => HttpResponse.json(withoutProvider)),
  http.post('*/api/session', async ({ request }) => {
    const given = await request.json()
    if (JSON.stringify(given) === JSON.stringify(accepted)) return HttpResponse.json(oncologistSession)
    const problem: Problem = {
      type: 'urn:problem:wrong-credentials',
      title: 'You are not signed in',
      status: 401,
      detail: 'The email address or the password is not right.',
      remedy: 'Check both and try again.',
    }
    return HttpResponse.json<Problem>(problem, { status: 401 })
  }),
  http.delete('*/api/session', () => {
    signedOut = true
    return new HttpResponse(null, { status: 204 })
  }),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

async function signInWith({ email, password }: SignIn) {
  if (email !== '') await userEvent.type(await screen.findByRole('textbox', { name: 'Email address' }), email)
  if (password !== '') await userEvent.type(screen.getByLabelText('Password'), password)
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }))
}

describe('signing in', () => {
  it('leads to the page that was asked for', async () => {
    renderRoute(signInRoute, { at: '/sign-in?return=%2Freferrals%3Fclock%3Doverdue', session: nobody })
    await signInWith(accepted)
    expect(await screen.findByText('Went to /referrals?clock=overdue')).toBeVisible()
  })

  it('leads home when no page was asked for', async () => {
    renderRoute(signInRoute, { at: '/sign-in', session: nobody })
    await signInWith(accepted)
    expect(await screen.findByText('Went to /')).toBeVisible()
  })

  it('that is refused says why and keeps the email address', async () => {
    renderRoute(signInRoute, { at: '/sign-in', session: nobody })
    await signInWith({ ...accepted, password: 'wrong' })
    expect(await screen.findByRole('alert')).toHaveTextContent('The email address or the password is not right.')
    expect(screen.getByRole('alert')).toHaveTextContent('Check both and try again.')
    expect(screen.getByRole('textbox', { name: 'Email address' })).toHaveValue(accepted.email)
  })

  it('that is refused again moves the reader to the reason again', async () => {
    renderRoute(signInRoute, { at: '/sign-in', session: nobody })
    await signInWith({ ...accepted, password: 'wrong' })
    expect(await screen.findByRole('alert')).toHaveFocus()
    await userEvent.type(screen.getByLabelText('Password'), ' again')
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    await waitFor(() => expect(screen.getByRole('alert')).toHaveFocus())
  })

  it('without a connection says so and keeps the email address', async () => {
    server.use(http.post('*/api/session', () => HttpResponse.error()))
    renderRoute(signInRoute, { at: '/sign-in', session: nobody })
    await signInWith(accepted)
    expect(await screen.findByRole('alert')).toHaveTextContent('Check your connection and try again.')
    expect(screen.getByRole('textbox', { name: 'Email address' })).toHaveValue(accepted.email)
  })

  it('asks for what is empty before it asks the server', async () => {
    renderRoute(signInRoute, { at: '/sign-in', session: nobody })
    await signInWith({ email: '', password: '' })
    expect(await screen.findByRole('link', { name: 'Enter your email address' })).toBeVisible()
    expect(screen.getByLabelText('Password')).toHaveAccessibleDescription('Error: Enter your password')
  })

  it('says how to begin when nobody has an account', async () => {
    const { container } = renderRoute(signInRoute, {
      at: '/sign-in',
      session: { ...nobody, needsFirstAdministrator: true },
    })
    expect(await screen.findByRole('heading', { name: /Nobody has an account yet/ })).toBeVisible()
    await expectAccessible(container)
  })
})

describe('signing out', () => {
  it('ends the session on the server', async () => {
    const { router } = renderRoute([signInRoute, signOutRoute], { at: '/sign-in' })
    await screen.findByRole('heading', { name: 'Sign in' })
    await router.navigate('/sign-out', { formMethod: 'post', formData: new FormData() })
    expect(signedOut).toBe(true)
    expect(router.state.location.pathname).toBe('/sign-in')
  })
})
