import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { oncologistSession, renderRoute } from '../../../tests/support/render-route.tsx'
import { firstAdministratorRoute } from './route.ts'

type Problem = components['schemas']['Problem']

const empty = { ...oncologistSession, caller: null, needsFirstAdministrator: true }
const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

async function fillIn(password: string) {
  await userEvent.type(await screen.findByRole('textbox', { name: 'Full name' }), 'Sam Field')
  await userEvent.type(screen.getByRole('textbox', { name: 'Email address' }), 'sam@northmoor.example')
  await userEvent.type(screen.getByLabelText('Password'), password)
  await userEvent.click(screen.getByRole('button', { name: 'Create administrator' }))
}

describe('the first administrator', () => {
  it.each(['#token=one-time-token-of-this-start', '#one-time-token-of-this-start'])(
    'is created with the token behind the # of the printed link %s, and signed in',
    async (fragment) => {
      const given: unknown[] = []
      server.use(
        http.post('*/api/first-administrator', async ({ request }) => {
          given.push(await request.json())
          return HttpResponse.json(oncologistSession, { status: 201 })
        }),
      )
      renderRoute(firstAdministratorRoute, { at: `/set-up${fragment}`, session: empty })
      await fillIn('three random words')
      expect(await screen.findByText('Went to /')).toBeVisible()
      expect(given).toEqual([
        {
          token: 'one-time-token-of-this-start',
          name: 'Sam Field',
          email: 'sam@northmoor.example',
          password: 'three random words',
        },
      ])
    },
  )

  it('that is refused keeps name and email address and says which field is wrong', async () => {
    server.use(
      http.post('*/api/first-administrator', () =>
        HttpResponse.json<Problem>(
          {
            type: 'urn:problem:invalid',
            title: 'The form is not complete',
            status: 400,
            detail: 'One field has to be changed.',
            errors: [{ pointer: '/password', message: 'Use at least 12 characters' }],
          },
          { status: 400 },
        ),
      ),
    )
    renderRoute(firstAdministratorRoute, { at: '/set-up#token=one-time-token-of-this-start', session: empty })
    await fillIn('short')
    await userEvent.click(await screen.findByRole('link', { name: 'Use at least 12 characters' }))
    expect(screen.getByLabelText('Password')).toHaveFocus()
    expect(screen.getByRole('textbox', { name: 'Full name' })).toHaveValue('Sam Field')
    expect(screen.getByRole('textbox', { name: 'Email address' })).toHaveValue('sam@northmoor.example')
  })

  it('that is left empty is told which field each fault is about', async () => {
    server.use(
      http.post('*/api/first-administrator', () =>
        HttpResponse.json<Problem>(
          {
            type: 'urn:problem:invalid-request',
            title: 'The request does not fit the contract',
            status: 400,
            detail: 'Something in the body is not as it must be.',
            errors: [
              { pointer: '/name', message: 'must not be empty' },
              { pointer: '/password', message: 'must have at least 12 characters' },
            ],
          },
          { status: 400 },
        ),
      ),
    )
    renderRoute(firstAdministratorRoute, { at: '/set-up#token=one-time-token-of-this-start', session: empty })
    await userEvent.click(await screen.findByRole('button', { name: 'Create administrator' }))
    await userEvent.click(await screen.findByRole('link', { name: 'Full name must not be empty' }))
    expect(screen.getByRole('textbox', { name: 'Full name' })).toHaveFocus()
    expect(screen.getByRole('link', { name: 'Password must have at least 12 characters' })).toBeVisible()
  })

  it('needs the whole link', async () => {
    const { container } = renderRoute(firstAdministratorRoute, { at: '/set-up', session: empty })
    expect(await screen.findByRole('heading', { name: /The address is not complete/ })).toBeVisible()
    await expectAccessible(container)
  })

  it('is created once', async () => {
    renderRoute(firstAdministratorRoute, { at: '/set-up#token=one-time-token-of-this-start' })
    expect(await screen.findByRole('heading', { name: 'This service is already set up' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Create administrator' })).toBeNull()
  })
})
