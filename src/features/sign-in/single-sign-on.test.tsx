import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { components } from '#api/schema.ts'
import { noRoleToChoose, signInRefusal } from '#domain/access/single-sign-on-refusals.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { oncologistSession, renderRoute } from '../../../tests/support/render-route.tsx'
import { withoutProvider } from '../../../tests/support/single-sign-on.ts'
import type { Session } from '../../data/session.ts'
import { pageMemory } from '../../data/session-end.ts'
import { signInRoute, signOutRoute, singleSignOnRoute } from './route.ts'

type SingleSignOn = components['schemas']['SingleSignOn']
type Problem = components['schemas']['Problem']

const nobody: Session = { ...oncologistSession, caller: null }
const name = 'NHS CIS2 Authentication'
const offered: SingleSignOn = { ...withoutProvider, name }
const here = { organisationId: '00000000-0000-4000-8000-0000000000a1', code: 'ZZ101', name: 'Northmoor Hospital' }
const roles: SingleSignOn['roles'] = [
  { optionId: 'nurse@ZZ101', role: 'nurse', roleName: 'Nurse Access Role', organisation: here, isPresent: false },
  {
    optionId: 'privacy-officer',
    role: 'privacy-officer',
    roleName: 'Privacy Officer',
    organisation: null,
    isPresent: false,
  },
]

let standing: SingleSignOn = offered
let chosen: unknown[] = []
let went: string[] = []
const server = setupServer(
  http.get('*/api/single-sign-on', () => HttpResponse.json(standing)),
  http.post('*/api/single-sign-on/role', async ({ request }) => {
    chosen.push(await request.json())
    return HttpResponse.json({ returnTo: '/referrals' })
  }),
  http.delete('*/api/session', () => new HttpResponse(null, { status: 204 })),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  standing = offered
  chosen = []
  went = []
  vi.spyOn(pageMemory, 'empty').mockImplementation((address) => {
    went.push(address)
  })
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const openSignIn = (at = '/sign-in') => renderRoute(signInRoute, { at, session: nobody })
const openOutcome = (session = nobody) => renderRoute(singleSignOnRoute, { at: '/sign-in/single-sign-on', session })

describe('the sign-in page', () => {
  it('leads to the provider beside the form for a password, and from there back to the page asked for', async () => {
    const { container } = openSignIn('/sign-in?return=%2Freferrals%3Fclock%3Doverdue')
    const link = await screen.findByRole('link', { name: `Sign in with ${name}` })
    expect(link).toHaveAttribute('href', '/sso/start?return=%2Freferrals%3Fclock%3Doverdue')
    expect(screen.getByLabelText('Password')).toBeVisible()
    await expectAccessible(container)
  })

  it('leads to no other site', async () => {
    openSignIn('/sign-in?return=%2F%2Felsewhere.example')
    expect(await screen.findByRole('link', { name: /^Sign in with/ })).toHaveAttribute('href', '/sso/start?return=%2F')
  })

  it.each([
    ['is not set up', () => HttpResponse.json(withoutProvider)],
    ['cannot be asked about', () => HttpResponse.error()],
  ])('has no such link where single sign-on %s', async (_, answer) => {
    server.use(http.get('*/api/single-sign-on', answer))
    openSignIn()
    expect(await screen.findByLabelText('Password')).toBeVisible()
    expect(screen.queryByRole('link', { name: /^Sign in with/ })).toBeNull()
  })
})

describe('choosing a role', () => {
  it('asks for one, and then loads the page that was asked for anew', async () => {
    standing = { ...offered, roles }
    const { container } = openOutcome()
    expect(await screen.findByRole('radio', { name: 'Specialist nurse, Northmoor Hospital' })).not.toBeChecked()
    expect(screen.getByRole('radio', { name: 'Privacy officer' })).toHaveAccessibleDescription('Privacy Officer')
    await expectAccessible(container)
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
    expect(await screen.findByRole('link', { name: 'Choose the role that you work in now' })).toBeVisible()
    await userEvent.click(screen.getByRole('radio', { name: /^Specialist nurse/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
    await waitFor(() => expect(went).toEqual(['/referrals']))
    expect(chosen).toEqual([{ optionId: 'nurse@ZZ101' }])
  })

  it('that is over says so', async () => {
    standing = { ...offered, roles }
    const { kind, ...text } = noRoleToChoose
    const problem: Problem = { ...text, type: `urn:problem:${kind}` }
    server.use(http.post('*/api/single-sign-on/role', () => HttpResponse.json(problem, { status: 403 })))
    openOutcome()
    await userEvent.click(await screen.findByRole('radio', { name: /^Specialist nurse/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Sign in again from the start.')
    expect(went).toEqual([])
  })

  it('while signed in begins at the present one, and says what another means', async () => {
    standing = { ...offered, isUsed: true, roles: roles.map((role, index) => ({ ...role, isPresent: index === 0 })) }
    openOutcome(oncologistSession)
    expect(await screen.findByRole('radio', { name: /^Specialist nurse/ })).toBeChecked()
    expect(screen.getByText(/wherever else you are signed in, you are signed out/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Keep the role that I have' })).toHaveAttribute('href', '/account')
  })
})

describe('somebody who is not signed in', () => {
  it('is told why, what the account has, whom to ask, and how to go back', async () => {
    const refusal = signInRefusal('no-role-here', name, 'your registration authority')
    standing = { ...offered, refusal: { ...refusal, heldRoles: ['Clerical Access Role at ZZ101'] } }
    const { container } = openOutcome()
    expect(
      await screen.findByRole('heading', { level: 1, name: 'None of your roles opens this service' }),
    ).toBeVisible()
    expect(screen.getByText('Clerical Access Role at ZZ101')).toBeVisible()
    expect(screen.getByText(/^Ask your registration authority for a role/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Try again' })).toHaveAttribute('href', '/sso/start?return=%2F')
    expect(screen.getByRole('link', { name: 'Back to the sign-in page' })).toHaveAttribute('href', '/sign-in')
    await expectAccessible(container)
  })

  it('and has nothing waiting is led to the sign-in page', async () => {
    openOutcome()
    expect(await screen.findByRole('link', { name: 'Go to the sign-in page' })).toBeVisible()
  })
})

it('whoever has signed in again in another tab is led back to the page left open', async () => {
  standing = { ...offered, isUsed: true }
  openOutcome(oncologistSession)
  expect(await screen.findByText(/close this tab and go back to that page/)).toBeVisible()
})

it('signing out goes on to the provider that opened the session', async () => {
  standing = { ...offered, signOutAt: '/sso/sign-out' }
  const { router } = renderRoute([signInRoute, signOutRoute], { at: '/sign-in' })
  await screen.findByRole('heading', { name: 'Sign in' })
  await router.navigate('/sign-out', { formMethod: 'post', formData: new FormData() })
  expect(went).toEqual(['/sso/sign-out'])
})
