import { screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { referralDetailRoute } from './route.ts'
import { approached, referralAddress as at } from './sample-referral.ts'

type Referral = components['schemas']['Referral']
type Problem = components['schemas']['Problem']

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())
const load = (referral: Referral) =>
  server.use(http.get('*/api/referrals/:id', () => HttpResponse.json<Referral>(referral)))
const open = async (address = at) => {
  const rendered = renderRoute(referralDetailRoute, { at: address })
  await screen.findByRole('heading', { level: 1 })
  return rendered
}

describe('a referral', () => {
  it('shows who it is about, where it stands and on whose agreement, with no name in the browser history', async () => {
    load(approached)
    const { container } = await open()
    const banner = within(screen.getByRole('region', { name: 'Patient' }))
    for (const text of ['SMITH, Jane (Ms)', '05-Mar-1962 (64y)', 'Female', '999 000 0018', 'N1234567']) {
      expect(banner.getByText(text)).toBeVisible()
    }
    expect(document.title).toBe('Referral - Refer patients to rare cancer trials')
    expect(screen.getByText('02-Nov-2026, 16 days ago')).toBeVisible()
    expect(screen.getByText('01-Nov-2026, spoken, in person, recorded by Dr Alex Moor')).toBeVisible()
    expect(screen.getByText('due 24-Nov-2026, 6 of 10 working days')).toBeVisible()
    await expectAccessible(container)
  })

  it('shows the record and the criteria as they were when sent, with what was out of date', async () => {
    load(approached)
    await open()
    expect(screen.getByText(/As it was on 02-Nov-2026 10:31/)).toBeVisible()
    const item = within(screen.getByRole('row', { name: /ECOG performance status 1/ }))
    expect(item.getByText('Out of date when sent')).toBeVisible()
    const criterion = within(screen.getByRole('row', { name: /0 to 2/ }))
    expect(criterion.getByText('Not known')).toBeVisible()
    expect(criterion.getByText(/too long ago to count/)).toBeVisible()
  })

  it('shows every step with who, in which role and organisation, and when, the last first', async () => {
    load(approached)
    await open()
    const steps = within(screen.getByRole('table', { name: 'History, the last step first' })).getAllByRole('row')
    expect(steps[1]?.textContent).toContain('10-Nov-2026 09:00')
    expect(steps[1]?.textContent).toContain('Suitable at pre-screen to Information given')
    expect(steps[1]?.textContent).toContain('Sam FenSite research nurse, Southfen Hospital')
    expect(steps[1]?.textContent).toContain('Note: Leaflet version 3')
    expect(steps[2]?.textContent).toContain('Draft to Sent')
  })

  it('of a record that was opened in an emergency says so above everything, until when and why', async () => {
    const relationship: components['schemas']['PatientRelationship'] = {
      kind: 'emergencyAccess',
      careRoles: [],
      endsAt: '2026-11-18T22:15:00Z',
      reasonCode: 'coveringTeam',
    }
    load({ ...approached, relationship })
    const { container } = await open()
    const banner = screen.getByRole('alert')
    expect(banner).toHaveTextContent('Emergency access until 18-Nov-2026 22:15.')
    expect(banner).toHaveTextContent('Covering for the patient’s team')
    expect(banner.compareDocumentPosition(screen.getByRole('heading', { level: 1 }))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    )
    await expectAccessible(container)
  })

  it('of a sensitive record names the referrer to whoever may not know the hospital', async () => {
    load({ ...approached, referral: { ...approached.referral, fromOrganisation: null } })
    await open()
    expect(screen.getByText('Dr Alex Moor. Hospital not shown: sensitive record')).toBeVisible()
  })

  it('of a patient of the own team, or read at the site, says nothing of it', async () => {
    load({ ...approached, relationship: { kind: 'team', careRoles: [], endsAt: null, reasonCode: null } })
    await open()
    expect(screen.queryByText(/Emergency access/)).toBeNull()
  })

  it('that is a draft leads to its form', async () => {
    const row = { ...approached.referral, status: 'referral-draft', site: null, sentOn: null } as const
    load({ ...approached, referral: row, sharedRecord: null, events: [], moves: [], mayEditDraft: true })
    const { container } = await open()
    expect(screen.getByRole('link', { name: 'Continue the draft' })).toHaveAttribute('href', `${at}/draft`)
    expect(screen.queryByRole('heading', { name: 'Next steps' })).toBeNull()
    await expectAccessible(container)
  })

  it('says that it was sent when it has just been', async () => {
    load(approached)
    await open(`${at}?done=sent`)
    expect(screen.getByRole('alert')).toHaveTextContent('The referral was sent')
  })

  it('that cannot be loaded is a failure with what to do', async () => {
    const gone = { type: 'urn:problem:not-found', title: 'No such referral', status: 404, detail: 'It is not yours.' }
    server.use(http.get('*/api/referrals/:id', () => HttpResponse.json<Problem>(gone, { status: 404 })))
    renderRoute(referralDetailRoute, { at })
    expect(await screen.findByRole('alert')).toHaveTextContent('No such referral')
  })
})
