import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { answerTeams } from '../../../tests/support/answer-teams.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { oncologistSession, renderRoute } from '../../../tests/support/render-route.tsx'
import { referralWorklistRoute } from './route.ts'

type ReferralPage = components['schemas']['ReferralPage']
type ReferralRow = components['schemas']['ReferralRow']

const northmoor = { organisationId: '00000000-0000-4000-8000-0000000000a1', code: 'ZZ101', name: 'Northmoor Hospital' }
const overdue: ReferralRow = {
  referralId: '00000000-0000-4000-8000-000000000009',
  version: 2,
  patient: {
    patientId: '00000000-0000-4000-8000-000000000002',
    name: { familyName: 'Smith', givenName: 'Jane', title: null },
    bornOn: '1962-03-05',
    nhsNumber: '9990000018',
  },
  trial: {
    trialId: '00000000-0000-4000-8000-000000000003',
    registryId: 'DEMO-0001',
    title: 'Chordoma trial',
    recruitmentStatus: 'open',
  },
  site: {
    siteId: '00000000-0000-4000-8000-0000000000b1',
    name: 'Southfen Cancer Centre',
    organisation: { ...northmoor, code: 'ZZ102', name: 'Southfen' },
  },
  fromOrganisation: northmoor,
  referrer: 'Dr Alex Moor',
  status: 'sent',
  statusLabel: 'Sent',
  enteredOn: '2026-11-10',
  sentOn: '2026-11-10',
  daysSinceReferral: 8,
  clock: { state: 'overdue', dueOn: '2026-11-12', daysUsed: 6, daysAllowed: 2, unit: 'workingDays' },
  isExpedited: false,
  notices: [],
  lastEventAt: '2026-11-10T09:00:00Z',
}
const draft: ReferralRow = {
  ...overdue,
  referralId: '00000000-0000-4000-8000-000000000010',
  patient: { ...overdue.patient, name: { familyName: 'Okafor', givenName: 'Ben', title: 'Mr' } },
  site: null,
  status: 'referral-draft',
  statusLabel: 'Draft',
  sentOn: null,
  daysSinceReferral: null,
  clock: { state: 'onTime', dueOn: '2026-11-20', daysUsed: 1, daysAllowed: 5, unit: 'workingDays' },
}
const pageOf = (...items: ReferralRow[]): ReferralPage => ({
  items,
  total: { count: 60, isCapped: false },
  counts: {
    status: [
      { value: 'referral-draft', count: 4 },
      { value: 'sent', count: 7 },
    ],
    clock: [
      { value: 'escalated', count: 1 },
      { value: 'overdue', count: 3 },
      { value: 'due', count: 0 },
      { value: 'onTime', count: 12 },
    ],
  },
  waitingForDelegate: null,
  next: null,
  previous: null,
})

const server = setupServer()
/** The queries that the page asked, in order. */
let asked: string[] = []
const answerWith = (page: ReferralPage) =>
  server.use(
    http.get('*/api/referrals', ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json<ReferralPage>(page)
    }),
  )
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => {
  asked = []
  server.resetHandlers()
})
afterAll(() => server.close())

describe('the referral worklist', () => {
  it('shows each referral with who it is about, where it stands and how late it is, in words', async () => {
    answerWith(pageOf(overdue))
    const { container } = renderRoute(referralWorklistRoute, { at: '/referrals' })
    const row = within(await screen.findByRole('row', { name: /SMITH, Jane/ }))
    expect(row.getByRole('link', { name: 'SMITH, Jane' })).toHaveAttribute('href', `/referrals/${overdue.referralId}`)
    for (const text of [
      'Born 05-Mar-1962',
      'NHS No. 999 000 0018',
      'Chordoma trial',
      'Southfen Cancer Centre',
      'Sent',
      'Overdue',
    ]) {
      expect(row.getByText(text)).toBeVisible()
    }
    expect(row.getByText('by 4 working days, due 12-Nov-2026')).toBeVisible()
    expect(row.getByText('Dr Alex Moor')).toBeVisible()
    expect(asked).toEqual(['?scope=organisation&sort=dueOn'])
    await expectAccessible(container)
  })

  it('opens a draft where it can be finished, and says that no site is chosen yet', async () => {
    answerWith(pageOf(draft))
    renderRoute(referralWorklistRoute, { at: '/referrals' })
    const row = within(await screen.findByRole('row', { name: /OKAFOR, Ben/ }))
    expect(row.getByRole('link')).toHaveAttribute('href', `/referrals/${draft.referralId}/draft`)
    expect(row.getByText('Not chosen yet')).toBeVisible()
    expect(row.getByText('Not sent')).toBeVisible()
  })

  it('shows a receiving site where each referral came from, and no choice of whose', async () => {
    answerWith(pageOf(overdue))
    const { caller } = oncologistSession
    if (caller === null) throw new Error('The oncologist is signed in.')
    renderRoute(referralWorklistRoute, {
      at: '/referrals',
      session: { ...oncologistSession, caller: { ...caller, role: 'site-nurse' } },
    })
    const row = within(await screen.findByRole('row', { name: /SMITH, Jane/ }))
    expect(row.getByText('Northmoor Hospital')).toBeVisible()
    expect(row.queryByText('Southfen Cancer Centre')).toBeNull()
    expect(screen.queryByRole('group', { name: 'Whose referrals' })).toBeNull()
  })

  it('says at a site how many referrals wait that nobody is delegated to see', async () => {
    answerWith({ ...pageOf(overdue), waitingForDelegate: 2 })
    renderRoute(referralWorklistRoute, { at: '/referrals' })
    expect(await screen.findByText(/2 referrals to your site wait that nobody can see/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'See which trials' })).toHaveAttribute('href', '/administration/delegation')
  })

  it('opens the list behind each number', async () => {
    answerWith(pageOf(overdue))
    const { router } = renderRoute(referralWorklistRoute, { at: '/referrals?status=sent' })
    await userEvent.click(await screen.findByRole('link', { name: '3 Overdue' }))
    await waitFor(() => expect(router.state.location.search).toBe('?clock=overdue&status=sent'))
    expect(asked.at(-1)).toBe('?scope=organisation&sort=dueOn&clock=overdue&status=sent')
  })

  it('narrows by clock, status, whose and ended ones, each counted and in the address, from the first page', async () => {
    answerWith(pageOf(overdue))
    const { router } = renderRoute(referralWorklistRoute, { at: `/referrals?after=${draft.referralId}` })
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Overdue (3)' }))
    await waitFor(() => expect(router.state.location.search).toBe('?clock=overdue'))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Sent (7)' }))
    await waitFor(() => expect(router.state.location.search).toBe('?clock=overdue&status=sent'))
    await userEvent.click(screen.getByRole('radio', { name: 'Me' }))
    await waitFor(() => expect(screen.getByRole('radio', { name: 'Me' })).toBeChecked())
    await userEvent.click(screen.getByRole('checkbox', { name: 'Include referrals that have ended' }))
    await waitFor(() => expect(asked.at(-1)).toContain('closed=true'))
    expect(asked.at(-1)).toContain('scope=mine')
  })

  it('keeps a choice whose page is still coming when the next is made', async () => {
    answerWith(pageOf(overdue))
    const { router } = renderRoute(referralWorklistRoute, { at: '/referrals' })
    await screen.findByRole('row', { name: /SMITH, Jane/ })
    server.use(http.get('*/api/referrals', () => new Promise<never>(() => {})))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Overdue (3)' }))
    expect(screen.getByRole('checkbox', { name: 'Overdue (3)' })).toBeChecked()
    answerWith(pageOf(overdue))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Sent (7)' }))
    await waitFor(() => expect(router.state.location.search).toBe('?clock=overdue&status=sent'))
  })

  it('takes one filter away by its chip', async () => {
    answerWith(pageOf(overdue))
    const { router } = renderRoute(referralWorklistRoute, { at: '/referrals?clock=overdue&clock=due&status=sent' })
    await userEvent.click(await screen.findByRole('link', { name: 'Remove filter Clock: Overdue' }))
    await waitFor(() => expect(router.state.location.search).toBe('?clock=due&status=sent'))
  })

  it('changes the order and turns the pages by the address', async () => {
    answerWith({ ...pageOf(overdue), next: draft.referralId, previous: overdue.referralId })
    const { router } = renderRoute(referralWorklistRoute, { at: '/referrals?clock=overdue' })
    expect(await screen.findByText('Showing 1 of 60 referrals')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Previous page' })).toHaveAttribute(
      'href',
      `/referrals?clock=overdue&before=${overdue.referralId}`,
    )
    await userEvent.click(screen.getByRole('link', { name: 'Next page' }))
    await waitFor(() => expect(asked.at(-1)).toContain(`after=${draft.referralId}`))
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Order' }), 'Changed last first')
    await waitFor(() => expect(router.state.location.search).toBe('?clock=overdue&sort=lastEvent'))
  })

  it.each([
    { at: '/referrals', title: 'No referral is under way' },
    { at: '/referrals?clock=overdue', title: 'No referral matches these filters' },
    { at: `/referrals?after=${draft.referralId}`, title: 'There are no referrals on this page' },
  ])('says why it is empty at $at', async ({ at, title }) => {
    answerWith({ ...pageOf(), total: { count: 0, isCapped: false } })
    server.use(answerTeams({ isMember: true }))
    const { container } = renderRoute(referralWorklistRoute, { at })
    expect(await screen.findByRole('heading', { name: title })).toBeVisible()
    await expectAccessible(container)
  })

  it('says of a clinician in no team that this is why it is empty, and whom to ask', async () => {
    answerWith({ ...pageOf(), total: { count: 0, isCapped: false } })
    server.use(answerTeams({ isMember: false }))
    const { container } = renderRoute(referralWorklistRoute, { at: '/referrals' })
    expect(await screen.findByRole('heading', { name: /You are in no clinical team yet/ })).toBeVisible()
    expect(screen.getByText(/Ask your information officer/)).toBeVisible()
    expect(screen.queryByText('No referral is under way')).toBeNull()
    await expectAccessible(container)
  })

  it('shows a failure as a failure, never as an empty list', async () => {
    server.use(http.get('*/api/referrals', () => HttpResponse.error()))
    renderRoute(referralWorklistRoute, { at: '/referrals' })
    expect(await screen.findByRole('alert')).toHaveTextContent('The service could not be reached')
    expect(screen.queryByText('No referral is under way')).toBeNull()
  })
})
