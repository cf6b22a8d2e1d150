import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { createMemoryRouter, useFetcher, useLoaderData } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../tests/support/expect-accessible.ts'
import { oncologistSession } from '../../tests/support/render-route.tsx'
import { withoutProvider } from '../../tests/support/single-sign-on.ts'
import { api } from '../data/api-client.ts'
import type { Session } from '../data/session.ts'
import { pageMemory } from '../data/session-end.ts'
import { attempt, unwrap } from '../data/unwrap.ts'
import { TextField } from '../ui/fields/text-field.tsx'
import { PageError } from './page-error.tsx'
import { sessionRoute } from './session-route.ts'
import { Shell } from './shell.tsx'

type Open = components['schemas']['SessionExpiry']['open']
type Problem = components['schemas']['Problem']

const caller = oncologistSession.caller
if (caller === null) throw new Error('The session of the tests has nobody signed in.')
const { accountId } = caller
const another = '00000000-0000-4000-8000-000000000002'

/* What the server of these tests holds. */
let left: Open = null
let signedInAs: string | null = accountId
let signsInAs: string = accountId
let kept = 0
let saved: string[] = []

const notSignedIn: Problem = {
  type: 'urn:problem:not-signed-in',
  title: 'You are not signed in',
  status: 401,
  detail: '',
}
const sessionNow = (): Session => ({
  ...oncologistSession,
  caller: signedInAs === null ? null : { ...caller, accountId: signedInAs },
})
const server = setupServer(
  http.get('*/api/single-sign-on', () => HttpResponse.json(withoutProvider)),
  http.get('*/api/session', () => HttpResponse.json<Session>(sessionNow())),
  http.get('*/api/session/expiry', ({ request }) => {
    if (!request.headers.has('x-background') && left !== null) {
      kept += 1
      left = { ...left, idleSeconds: 900 }
    }
    return HttpResponse.json({ open: left })
  }),
  http.post('*/api/session', () => {
    signedInAs = signsInAs
    left = { accountId: signsInAs, idleSeconds: 900, absoluteSeconds: 40_000 }
    return HttpResponse.json<Session>(sessionNow())
  }),
  http.get('*/api/home', () =>
    signedInAs === null ? HttpResponse.json<Problem>(notSignedIn, { status: 401 }) : HttpResponse.json({ tiles: [] }),
  ),
  http.put('*/api/account/password', async ({ request }) => {
    if (signedInAs === null) return HttpResponse.json<Problem>(notSignedIn, { status: 401 })
    saved.push(await request.text())
    return new HttpResponse(null, { status: 204 })
  }),
)
let emptied: string[] = []
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  left = { accountId, idleSeconds: 900, absoluteSeconds: 40_000 }
  signedInAs = accountId
  signsInAs = accountId
  kept = 0
  saved = []
  emptied = []
  vi.spyOn(pageMemory, 'empty').mockImplementation((address) => void emptied.push(address))
})
afterEach(() => {
  vi.useRealTimers()
  server.resetHandlers()
})
afterAll(() => server.close())

/** A page with something to type and to save, whose data are loaded again after saving, as everywhere. */
function Notes() {
  useLoaderData()
  const fetcher = useFetcher()
  return (
    <fetcher.Form method="post">
      <h1>Notes</h1>
      <TextField label="Note" name="note" />
      <button type="submit">Save</button>
    </fetcher.Form>
  )
}

async function openPage() {
  const router = createMemoryRouter(
    [
      {
        ...sessionRoute(),
        Component: Shell,
        HydrateFallback: () => null,
        children: [
          {
            ErrorBoundary: PageError,
            children: [
              {
                path: '/',
                loader: () => unwrap(api.GET('/home')),
                action: async ({ request }) => {
                  const note = String((await request.formData()).get('note'))
                  return attempt(api.PUT('/account/password', { body: { current: note, password: note } }))
                },
                Component: Notes,
              },
              { path: '*', Component: () => <h1>Elsewhere</h1> },
            ],
          },
        ],
      },
    ],
    { initialEntries: ['/'] },
  )
  const drawn = render(<RouterProvider router={router} />)
  await userEvent.type(await screen.findByRole('textbox', { name: 'Note' }), 'Seen in clinic')
  return { router, ...drawn }
}

/** The reader comes back to the tab: the page asks how the session stands. */
const comeBack = () => {
  document.dispatchEvent(new Event('visibilitychange'))
}
const end = () => {
  left = null
  signedInAs = null
}

async function signInOver() {
  const dialog = await screen.findByRole('dialog', { name: /Your session has ended/ })
  await userEvent.type(screen.getByRole('textbox', { name: 'Email address' }), 'alex@northmoor.example')
  await userEvent.type(screen.getByLabelText('Password'), 'three random words')
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  return dialog
}
const note = () => screen.getByRole('textbox', { name: 'Note' })

describe('before the session ends', () => {
  it('the page says so once nobody used it for thirteen minutes, without lengthening it by asking', async () => {
    await openPage()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    // Something typed starts the count anew, so that the timer is one of those that are moved here.
    document.dispatchEvent(new Event('visibilitychange'))
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0))
    left = { accountId, idleSeconds: 120, absoluteSeconds: 40_000 }
    vi.advanceTimersByTime(13 * 60_000 - 1)
    expect(screen.queryByRole('dialog')).toBeNull()
    vi.advanceTimersByTime(1)
    vi.useRealTimers()
    expect(await screen.findByRole('dialog', { name: 'You are about to be signed out' })).toBeVisible()
    expect(kept).toBe(0)
  })

  it('one button keeps it, and what was typed stays', async () => {
    const { container } = await openPage()
    left = { accountId, idleSeconds: 120, absoluteSeconds: 40_000 }
    comeBack()
    const dialog = await screen.findByRole('dialog', { name: 'You are about to be signed out' })
    expect(screen.getByRole('heading', { name: 'You are about to be signed out' })).toHaveFocus()
    expect(container.hasAttribute('inert')).toBe(true)
    await expectAccessible(dialog)
    await userEvent.click(screen.getByRole('button', { name: 'Stay signed in' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(kept).toBe(1)
    expect(container.hasAttribute('inert')).toBe(false)
    expect(note()).toHaveValue('Seen in clinic')
  })

  it('a button that cannot keep it is not offered when the twelve hours are over', async () => {
    await openPage()
    left = { accountId, idleSeconds: 90, absoluteSeconds: 90 }
    comeBack()
    expect(await screen.findByRole('dialog', { name: /about to end/ })).toHaveTextContent('Twelve hours')
    expect(screen.queryByRole('button', { name: 'Stay signed in' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
    expect(note()).toHaveValue('Seen in clinic')
  })
})

describe('once it has ended', () => {
  it('the same person signs in over the page and finds what was typed', async () => {
    await openPage()
    end()
    comeBack()
    await expectAccessible(await screen.findByRole('dialog', { name: /Your session has ended/ }))
    await signInOver()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(note()).toHaveValue('Seen in clinic')
    expect(emptied).toEqual([])
  })

  it('what is saved too late is held back, and saved after signing in', async () => {
    const { router } = await openPage()
    end()
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByRole('dialog', { name: /Your session has ended/ })
    expect(saved).toEqual([])
    await signInOver()
    await waitFor(() =>
      expect(saved).toEqual([JSON.stringify({ current: 'Seen in clinic', password: 'Seen in clinic' })]),
    )
    expect(note()).toHaveValue('Seen in clinic')
    expect(router.state.location.pathname).toBe('/')
  })

  it('another person who signs in gets a page that holds nothing of the one before', async () => {
    await openPage()
    end()
    signsInAs = another
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    await signInOver()
    await waitFor(() => expect(emptied).toEqual(['/']))
    expect(saved).toEqual([])
  })

  it('and another person has signed in by another tab, the page is emptied too', async () => {
    await openPage()
    signedInAs = another
    left = { accountId: another, idleSeconds: 900, absoluteSeconds: 40_000 }
    comeBack()
    await waitFor(() => expect(emptied).toEqual(['/']))
  })

  it('a refusal is told in the dialog, and the page waits on', async () => {
    server.use(
      http.post('*/api/session', () =>
        HttpResponse.json<Problem>({ ...notSignedIn, detail: 'No account has this password.' }, { status: 401 }),
      ),
    )
    await openPage()
    end()
    comeBack()
    await signInOver()
    expect(await screen.findByRole('alert')).toHaveTextContent('No account has this password.')
    expect(screen.getByRole('dialog')).toBeVisible()
  })

  it('whoever uses single sign-on signs in in another tab, and what was held back goes on', async () => {
    server.use(http.get('*/api/single-sign-on', () => HttpResponse.json({ ...withoutProvider, name: 'Trust sign-in' })))
    await openPage()
    end()
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    const link = await screen.findByRole('link', { name: 'Sign in with Trust sign-in (opens in a new tab)' })
    expect(link).toHaveAttribute('href', '/sso/start?return=%2Fsign-in%2Fsingle-sign-on')
    expect(link).toHaveAttribute('target', '_blank')
    await userEvent.click(screen.getByRole('button', { name: 'I have signed in: continue' }))
    expect(await screen.findByText(/^Nobody is signed in yet/)).toBeVisible()
    await expectAccessible(screen.getByRole('dialog'))
    signedInAs = accountId
    await userEvent.click(screen.getByRole('button', { name: 'I have signed in: continue' }))
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(note()).toHaveValue('Seen in clinic')
  })

  it('the same person in another role gets a page that holds nothing of the role before', async () => {
    server.use(http.get('*/api/single-sign-on', () => HttpResponse.json({ ...withoutProvider, name: 'Trust sign-in' })))
    await openPage()
    end()
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    const asNurse: Session = { ...oncologistSession, caller: { ...caller, role: 'nurse' } }
    server.use(http.get('*/api/session', () => HttpResponse.json(asNurse)))
    await userEvent.click(await screen.findByRole('button', { name: 'I have signed in: continue' }))
    await waitFor(() => expect(emptied).toEqual(['/']))
    expect(saved).toEqual([])
  })

  it('whoever leaves discards what was typed', async () => {
    await openPage()
    end()
    comeBack()
    await userEvent.click(await screen.findByRole('button', { name: 'Leave, and discard what I typed' }))
    expect(emptied).toEqual(['/sign-in'])
  })
})
