import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { referralDraftRoute } from './route.ts'
import { draftAddress as at } from './sample-draft.ts'
import { neverAnswers, sampleDraftApi } from './sample-draft-api.ts'
import { message, press } from './sample-draft-form.ts'

const { server, saved, serve, reset } = sampleDraftApi()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(reset)
afterAll(() => server.close())

const open = async () => {
  const rendered = renderRoute(referralDraftRoute, { at })
  await screen.findByRole('heading', { level: 1, name: /Refer to Chordoma trial/ })
  return rendered
}

describe('saving while typing', () => {
  it('stores the draft from the version it has, and says when', async () => {
    serve()
    await open()
    await userEvent.type(message(), 'Keen to hear more')
    expect(await screen.findByText('Saved at 10:31')).toBeVisible()
    expect(saved.at(-1)?.body).toEqual({ siteId: null, withheldItemIds: [], message: 'Keen to hear more' })
    expect(saved[0]?.version).toBe('"1"')
  })

  it('keeps what was typed when it fails, says so, and saves it on request', async () => {
    serve({ saving: neverAnswers })
    const { container } = await open()
    await userEvent.type(message(), 'Keen')
    expect(await screen.findByText(/^Not saved: The service could not be reached/)).toBeVisible()
    expect(message()).toHaveValue('Keen')
    await expectAccessible(container)
    serve()
    await press('Save again')
    expect(await screen.findByText('Saved at 10:31')).toBeVisible()
    expect(saved.at(-1)?.body.message).toBe('Keen')
  })

  it('stores the last words when the page is left at once', async () => {
    serve()
    const { router } = await open()
    await userEvent.type(message(), 'Keen')
    await router.navigate('/trials')
    await waitFor(() => expect(saved.at(-1)?.body.message).toBe('Keen'))
  })

  it('does not cut or store a message that is too long', async () => {
    serve()
    await open()
    await userEvent.click(message())
    await userEvent.paste('x'.repeat(4001))
    expect(message()).toHaveAccessibleDescription(/Shorten the message by 1 character/)
    expect(message()).toHaveValue('x'.repeat(4001))
    await press('Send referral')
    expect(await screen.findByRole('link', { name: /Shorten the message by 1 character/ })).toBeVisible()
    expect(saved).toEqual([])
    await userEvent.type(message(), '{Backspace}')
    await waitFor(() => expect(saved).toHaveLength(1))
  })
})
