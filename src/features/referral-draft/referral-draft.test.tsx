import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { referralDraftRoute } from './route.ts'
import {
  draftAddress as at,
  draft,
  nearSiteId,
  openSites,
  ownSiteId,
  patient,
  referralId,
  southfen,
} from './sample-draft.ts'
import { sampleDraftApi } from './sample-draft-api.ts'
import { message } from './sample-draft-form.ts'

const { server, saved, serve, reset } = sampleDraftApi()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(reset)
afterAll(() => server.close())

const open = async () => {
  const rendered = renderRoute(referralDraftRoute, { at })
  await screen.findByRole('heading', { level: 1, name: /Refer to Chordoma trial/ })
  return rendered
}

describe('writing a referral', () => {
  it('says of a record opened in an emergency until when and why it is open', async () => {
    serve()
    const relationship = {
      kind: 'emergencyAccess',
      careRoles: [],
      endsAt: '2026-11-18T21:00:00.000Z',
      reasonCode: 'urgentCare',
    } as const
    server.use(http.get('*/api/patients/:id', () => HttpResponse.json({ ...patient, relationship })))
    await open()
    const banner = screen.getByRole('alert')
    expect(banner).toHaveTextContent('Emergency access until 18-Nov-2026 21:00.')
    expect(banner).toHaveTextContent('Urgent care of this patient now')
  })

  it('shows who it is about at the top and again before sending, with no name in the browser history', async () => {
    serve()
    const { container } = await open()
    const banner = within(screen.getByRole('region', { name: 'Patient' }))
    expect(banner.getByText('SMITH, Jane (Ms)')).toBeVisible()
    const confirm = within(screen.getByRole('region', { name: 'You are about to send' }))
    for (const text of ['SMITH, Jane (Ms)', '05-Mar-1962', '999 000 0018', 'Chordoma trial', 'Not chosen yet']) {
      expect(confirm.getByText(text)).toBeVisible()
    }
    expect(document.title).toBe('Refer a patient - Refer patients to rare cancer trials')
    await expectAccessible(container)
  })

  it('offers the own site first, then the nearest, and says why the others cannot be chosen', async () => {
    serve()
    await open()
    const sites = within(screen.getByRole('group', { name: 'Which site should receive the referral?' }))
    expect(sites.getAllByRole('radio').map((radio) => radio.getAttribute('value'))).toEqual([ownSiteId, nearSiteId])
    expect(sites.getByText(/^Southfen, your own organisation, under 1 mile, 3 slots, confirmed by/)).toBeVisible()
    expect(screen.getByText('Eastwold Hospital, Southfen: Paused')).toBeInTheDocument()
    expect(screen.getByText(/Westmere Hospital.*nobody there uses this service/)).toBeInTheDocument()
  })

  it('shares every recorded item unless its tick is taken away', async () => {
    serve()
    await open()
    expect(screen.getByText('2 of 2 items will be shared.')).toBeVisible()
    expect(screen.getByRole('checkbox', { name: 'Haemoglobin: 104 g/L' })).toBeChecked()
    const ecog = screen.getByRole('checkbox', { name: 'ECOG performance status: 1' })
    expect(ecog).toHaveAccessibleDescription('02-Nov-2026, Laboratory, out of date')
    await userEvent.click(ecog)
    expect(screen.getByText('1 of 2 items will be shared.')).toBeVisible()
    await waitFor(() => expect(saved.at(-1)?.body.withheldItemIds).toEqual(['ecog']))
  })

  it('goes on where it was left, and says what of it no longer holds', async () => {
    const closed = openSites[2]
    const place = { siteId: closed?.siteId ?? '', name: 'Eastwold Hospital', organisation: southfen }
    serve({
      referral: {
        ...draft,
        message: 'Keen',
        withheldItemIds: ['hb', 'gone'],
        referral: { ...draft.referral, site: place },
      },
    })
    const { container } = await open()
    expect(message()).toHaveValue('Keen')
    expect(screen.getByRole('checkbox', { name: 'Haemoglobin: 104 g/L' })).not.toBeChecked()
    expect(screen.getByText(/Eastwold Hospital was chosen and cannot take referrals now/)).toBeVisible()
    expect(screen.getByText(/1 item that you held back is no longer in the record/)).toBeVisible()
    expect(saved).toEqual([])
    await expectAccessible(container)
  })

  it('that is no draft any more goes to the referral', async () => {
    serve({ referral: { ...draft, mayEditDraft: false } })
    renderRoute(referralDraftRoute, { at })
    expect(await screen.findByText(`Went to /referrals/${referralId}`)).toBeVisible()
  })

  it('that cannot be loaded is a failure with what to do', async () => {
    server.use(http.get('*/api/referrals/:id', () => HttpResponse.error()))
    renderRoute(referralDraftRoute, { at })
    expect(await screen.findByRole('alert')).toHaveTextContent('The service could not be reached')
  })
})
