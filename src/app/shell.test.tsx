import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { createMemoryRouter, Link, type LoaderFunctionArgs } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from '../../tests/support/expect-accessible.ts'
import { oncologistSession } from '../../tests/support/render-route.tsx'
import type { Session } from '../data/session.ts'
import { PageHeading } from '../ui/page-heading.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { PageError } from './page-error.tsx'
import { sessionRoute } from './session-route.ts'
import { Shell } from './shell.tsx'
import { ShellError } from './shell-error.tsx'
import { StartingUp } from './starting-up.tsx'

const server = setupServer()
/** The paths whose own data were asked for. */
const loaded: string[] = []
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => {
  server.resetHandlers()
  loaded.length = 0
})
afterAll(() => server.close())

function page(title: string) {
  return () => (
    <>
      <PageHeading title={title} />
      <Link to="/trials">To the trials</Link>
      <Link to="?sort=title">By title</Link>
    </>
  )
}

function noteLoad({ url }: LoaderFunctionArgs) {
  loaded.push(url.pathname)
  return null
}

function open(at: string, session: Session) {
  server.use(http.get('*/api/session', () => HttpResponse.json<Session>(session)))
  return openWith(at)
}

function openWith(at: string) {
  const children = [
    { path: '/', loader: noteLoad, Component: page('Home page') },
    { path: '/trials', loader: noteLoad, Component: page('Trials page') },
    { path: '/sign-in', Component: page('Sign in') },
    { path: '/about-your-data', Component: page('About your data') },
    { path: '/releases', Component: page('Register of releases') },
    { path: '*', Component: NotFoundPage },
  ]
  const router = createMemoryRouter(
    [
      {
        ...sessionRoute(),
        Component: Shell,
        ErrorBoundary: ShellError,
        HydrateFallback: StartingUp,
        children: [{ ErrorBoundary: PageError, children }],
      },
    ],
    { initialEntries: [at] },
  )
  return { router, ...render(<RouterProvider router={router} />) }
}

const caller = oncologistSession.caller
if (caller === null) throw new Error('The session of the tests has nobody signed in.')
const menu = async () => within(await screen.findByRole('navigation', { name: 'Menu' })).getAllByRole('link')

describe('the shell', () => {
  it('says who is signed in, as what, and where', async () => {
    const { container } = open('/', oncologistSession)
    const account = within(await screen.findByRole('navigation', { name: 'Account' }))
    expect(account.getByText('Dr Alex Moor')).toBeVisible()
    expect(account.getByText('Oncologist, Northmoor Demonstration Hospital')).toBeVisible()
    expect(account.getByRole('button', { name: 'Sign out' })).toBeVisible()
    await expectAccessible(container)
  })

  it('offers an oncologist patients and referrals, and an administrator neither', async () => {
    open('/', oncologistSession)
    expect((await menu()).map((link) => link.textContent)).toEqual([
      'Home',
      'Patients',
      'Trials',
      'Referrals',
      'Recruitment',
      'Data gaps',
    ])
  })

  it('offers an administrator accounts and organisations and no patients', async () => {
    open('/', { ...oncologistSession, caller: { ...caller, role: 'administrator' } })
    const links = (await menu()).map((link) => link.textContent)
    expect(links).toEqual(['Home', 'Accounts', 'Organisations', 'Delegation', 'Trials'])
  })

  it('marks the page that is open', async () => {
    open('/trials', oncologistSession)
    await menu()
    expect(screen.getByRole('link', { current: 'page' })).toHaveTextContent('Trials')
  })

  it('marks one page only where another of the menu is below it', async () => {
    open('/access-log/emergency-accesses', { ...oncologistSession, caller: { ...caller, role: 'privacy-officer' } })
    await menu()
    expect(screen.getByRole('link', { current: 'page' })).toHaveTextContent('Emergency access')
  })

  it('keeps the mark on the pages inside one', async () => {
    open('/access-log/patients/1/report', { ...oncologistSession, caller: { ...caller, role: 'privacy-officer' } })
    await menu()
    expect(screen.getByRole('link', { current: 'page' })).toHaveTextContent('Access log')
  })

  it('offers an information officer the teams', async () => {
    open('/', { ...oncologistSession, caller: { ...caller, role: 'information-officer' } })
    expect((await menu()).map((link) => link.textContent)).toContain('Teams')
  })

  it('says on every page that the patients are synthetic, and only then', async () => {
    open('/trials', oncologistSession)
    expect(await screen.findByText('Demonstration: every patient on this page is synthetic')).toBeVisible()
  })

  it('says at the foot of every page that clinicians decide', async () => {
    open('/trials', oncologistSession)
    const foot = await screen.findByRole('contentinfo')
    expect(foot).toHaveTextContent('Whether a trial suits a patient is decided by clinicians')
  })

  it('does not call real patients synthetic', async () => {
    open('/trials', { ...oncologistSession, isDemonstration: false })
    await screen.findByRole('heading', { name: 'Trials page' })
    expect(screen.queryByText(/synthetic/)).toBeNull()
  })
})

describe('going to another page', () => {
  it('leaves focus where the browser starts on the first page', async () => {
    open('/', oncologistSession)
    expect(await screen.findByRole('heading', { name: 'Home page' })).not.toHaveFocus()
  })

  it('changes the title and moves focus to the heading', async () => {
    open('/', oncologistSession)
    await userEvent.click(await screen.findByRole('link', { name: 'To the trials' }))
    const heading = await screen.findByRole('heading', { name: 'Trials page' })
    await waitFor(() => expect(heading).toHaveFocus())
    expect(document.title).toBe('Trials page - Refer patients to rare cancer trials')
  })

  it('leaves focus alone when only the filters change', async () => {
    const { router } = open('/trials', oncologistSession)
    const link = await screen.findByRole('link', { name: 'By title' })
    await userEvent.click(link)
    expect(router.state.location.search).toBe('?sort=title')
    expect(link).toHaveFocus()
  })
})

describe('without a session', () => {
  it('leads to sign-in and remembers the page and its filters', async () => {
    const { router } = open('/trials?recruiting=open', { ...oncologistSession, caller: null })
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible()
    expect(router.state.location.search).toBe('?return=%2Ftrials%3Frecruiting%3Dopen')
    expect(screen.queryByRole('navigation', { name: 'Menu' })).toBeNull()
  })

  it('opens what everybody may read, and leads to it from the foot of every page', async () => {
    const { router } = open('/sign-in', { ...oncologistSession, caller: null })
    for (const name of ['About your data', 'Register of releases']) {
      await userEvent.click(await screen.findByRole('link', { name }))
      expect(await screen.findByRole('heading', { name })).toBeVisible()
    }
    expect(router.state.location.pathname).toBe('/releases')
  })

  it('asks for nothing of a page that would be refused, now or later', async () => {
    const { router } = open('/', { ...oncologistSession, caller: null })
    await userEvent.click(await screen.findByRole('link', { name: 'To the trials' }))
    await waitFor(() => expect(router.state.location.search).toBe('?return=%2Ftrials'))
    expect(loaded).toEqual([])
    server.use(http.get('*/api/session', () => HttpResponse.json<Session>(oncologistSession)))
    await userEvent.click(screen.getByRole('link', { name: 'To the trials' }))
    expect(await screen.findByRole('heading', { name: 'Trials page' })).toBeVisible()
    expect(loaded).toEqual(['/trials'])
  })

  it('once signed in asks for the session once a page, beside the page’s own data', async () => {
    let release = () => {}
    let asked = 0
    const { router } = open('/', oncologistSession)
    await screen.findByRole('heading', { name: 'Home page' })
    server.use(
      http.get('*/api/session', async () => {
        asked += 1
        await new Promise<void>((resolve) => {
          release = resolve
        })
        return HttpResponse.json<Session>(oncologistSession)
      }),
    )
    await userEvent.click(screen.getByRole('link', { name: 'To the trials' }))
    await waitFor(() => expect(asked).toBe(1))
    expect(loaded).toEqual(['/', '/trials'])
    release()
    await waitFor(() => expect(router.state.location.pathname).toBe('/trials'))
    expect(asked).toBe(1)
  })

  it('says what to do when the server does not answer', async () => {
    server.use(http.get('*/api/session', () => HttpResponse.error()))
    openWith('/')
    expect(await screen.findByRole('alert')).toHaveTextContent('Check your connection and try again.')
  })
})

it('an address that leads nowhere says so inside the shell', async () => {
  open('/nowhere', oncologistSession)
  expect(await screen.findByRole('heading', { name: 'There is no such page' })).toBeVisible()
  expect((await menu()).length).toBeGreaterThan(0)
})
