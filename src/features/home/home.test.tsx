import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { answerTeams } from '../../../tests/support/answer-teams.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { homeRoute } from './route.ts'

type Home = components['schemas']['Home']
type RecruitmentOverview = components['schemas']['RecruitmentOverview']

const organisation = { organisationId: '00000000-0000-4000-8000-0000000000a1', code: 'ZZ101', name: 'Northmoor' }
const overdue: Home['attention'][number] = {
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
  site: null,
  fromOrganisation: organisation,
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

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())
const answerWith = (home: Home) => server.use(http.get('*/api/home', () => HttpResponse.json<Home>(home)))

describe('the home page', () => {
  it('tells a clinician who is in no team that this is why there are no patients', async () => {
    answerWith({ tiles: [{ tile: 'myPatients', count: 0 }], attention: [] })
    server.use(answerTeams({ isMember: false }))
    const { container } = renderRoute(homeRoute, { at: '/' })
    expect(await screen.findByRole('heading', { name: /You are in no clinical team yet/ })).toBeVisible()
    expect(screen.getByText(/Ask your information officer to add you to a team/)).toBeVisible()
    await expectAccessible(container)
  })

  it('says nothing of teams to a member of one, nor to who has patients', async () => {
    answerWith({ tiles: [{ tile: 'myPatients', count: 0 }], attention: [] })
    server.use(answerTeams({ isMember: true }))
    renderRoute(homeRoute, { at: '/' })
    expect(await screen.findByRole('link', { name: /patients$/ })).toBeVisible()
    expect(screen.queryByText(/no clinical team/)).toBeNull()
  })

  it('leads the information officer to patients without a team, and the privacy officer to what is to review', async () => {
    answerWith({
      tiles: [
        { tile: 'patientsWithoutTeam', count: 3 },
        { tile: 'accessesToReview', count: 1 },
      ],
      attention: [],
    })
    renderRoute(homeRoute, { at: '/' })
    expect(await screen.findByRole('link', { name: '3 patients without a team' })).toHaveAttribute(
      'href',
      '/administration/teams',
    )
    expect(screen.getByRole('link', { name: '1 record opened from outside its team, to review' })).toHaveAttribute(
      'href',
      '/access-log/emergency-accesses',
    )
  })

  it('opens the list behind each number', async () => {
    answerWith({
      tiles: [
        { tile: 'overdueReferrals', count: 1 },
        { tile: 'draftReferrals', count: 2 },
        { tile: 'mindedReferrals', count: 2 },
        { tile: 'patientsWithCandidate', count: 12 },
        { tile: 'patientsMissingData', count: 1240 },
        { tile: 'candidateChanges', count: 19 },
      ],
      attention: [],
    })
    renderRoute(homeRoute, { at: '/' })
    expect(await screen.findByRole('link', { name: '2 referrals with a warning about the patient' })).toHaveAttribute(
      'href',
      '/referrals?minded=yes',
    )
    expect(await screen.findByRole('link', { name: '1 overdue referral' })).toHaveAttribute(
      'href',
      '/referrals?clock=overdue&clock=escalated',
    )
    expect(screen.getByRole('link', { name: '2 drafts not sent' })).toHaveAttribute(
      'href',
      '/referrals?status=referral-draft',
    )
    // Of what is lost as well as of what may fit: the list holds both.
    expect(screen.getByRole('link', { name: '19 changes in patients’ trials, not seen yet' })).toHaveAttribute(
      'href',
      '/changes',
    )
    expect(screen.getByRole('link', { name: '12 patients with a trial to consider' })).toHaveAttribute(
      'href',
      '/patients?candidate=yes&sort=candidates',
    )
    expect(screen.getByRole('link', { name: '1,240 patients with data missing for a trial' })).toHaveAttribute(
      'href',
      '/patients?candidate=incomplete',
    )
  })

  it('keeps what is nobody’s daily work, and nothing today, in one line with the ways to it', async () => {
    answerWith({
      tiles: [
        { tile: 'overdueReferrals', count: 0 },
        { tile: 'mindedReferrals', count: 0 },
        { tile: 'draftReferrals', count: 1 },
        { tile: 'patientsWithTrialToRead', count: 0 },
      ],
      attention: [],
    })
    const { container } = renderRoute(homeRoute, { at: '/' })
    const line = await screen.findByText(/^Nothing waiting:/)
    expect(line).toHaveTextContent(
      'Nothing waiting: referrals with a warning about the patient, patients with a trial whose criteria are to be read',
    )
    expect(within(line).getByRole('link', { name: 'referrals with a warning about the patient' })).toHaveAttribute(
      'href',
      '/referrals?minded=yes',
    )
    expect(screen.getByRole('link', { name: '0 overdue referrals' })).toBeVisible()
    expect(screen.getByRole('link', { name: '1 draft not sent' })).toBeVisible()
    await expectAccessible(container)
  })

  it('has no such line where there is none', async () => {
    answerWith({ tiles: [{ tile: 'mindedReferrals', count: 2 }], attention: [] })
    renderRoute(homeRoute, { at: '/' })
    expect(await screen.findByRole('link', { name: /^2 referrals with a warning/ })).toBeVisible()
    expect(screen.queryByText(/Nothing waiting/)).toBeNull()
  })

  it('opens for a lead exactly the trials that are behind', async () => {
    answerWith({ tiles: [{ tile: 'trialsBehindTarget', count: 6 }], attention: [] })
    const trial = (number: number, colour: 'red' | 'green'): RecruitmentOverview['items'][number] => ({
      trialId: `00000000-0000-4000-8000-00000000003${number}`,
      registryId: `DEMO-${number}`,
      title: `Trial ${number}`,
      recruitmentStatus: 'open',
      cancerTypes: [],
      target: 20,
      recruited: number,
      lastRecruitedOn: null,
      rating: { kind: 'rated', colour, ratio: 0.2, words: '0.20', expectedToDate: 10 },
      dormancy: 'active',
      isOverRecruited: false,
      siteMonthsNotReturned: 0,
      sentence: '',
    })
    const items = [...[1, 2, 3, 4, 5, 6].map((number) => trial(number, 'red')), trial(7, 'green')]
    server.use(
      http.get('*/api/recruitment', () =>
        HttpResponse.json<RecruitmentOverview>({ asOf: '2026-11-18', ratingRule: '', items }),
      ),
    )
    const { container } = renderRoute(homeRoute, { at: '/' })
    expect(await screen.findByRole('link', { name: '6 trials behind target' })).toHaveAttribute(
      'href',
      '/recruitment?rating=red&rating=amber',
    )
    const table = within(screen.getByRole('table', { name: 'Trials furthest behind target' }))
    expect(table.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'Trial 1',
      'Trial 2',
      'Trial 3',
      'Trial 4',
      'Trial 5',
    ])
    await expectAccessible(container)
  })

  it('lists the referrals that cannot wait with who they are about and how late they are', async () => {
    answerWith({ tiles: [{ tile: 'overdueReferrals', count: 1 }], attention: [overdue] })
    const { container } = renderRoute(homeRoute, { at: '/' })
    const row = within(await screen.findByRole('row', { name: /SMITH, Jane/ }))
    expect(row.getByRole('link', { name: 'SMITH, Jane' })).toHaveAttribute('href', `/referrals/${overdue.referralId}`)
    expect(row.getByText('05-Mar-1962')).toBeVisible()
    expect(row.getByText('999 000 0018')).toBeVisible()
    expect(row.getByText('by 4 working days, due 12-Nov-2026')).toBeVisible()
    expect(row.getByText('Not known')).toBeVisible()
    await expectAccessible(container)
  })

  it('says how many there are of which it shows the first, with the way to all', async () => {
    answerWith({
      tiles: [
        { tile: 'overdueReferrals', count: 7 },
        { tile: 'dueReferrals', count: 4 },
      ],
      attention: Array.from({ length: 10 }, (_, place) => ({
        ...overdue,
        referralId: `${place}${overdue.referralId}`,
      })),
    })
    renderRoute(homeRoute, { at: '/' })
    expect(await screen.findByText(/^The 10 most overdue of 11 are shown\./)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Show all 11 referrals that cannot wait' })).toHaveAttribute(
      'href',
      '/referrals?clock=due&clock=overdue&clock=escalated',
    )
  })

  it('says so when no referral waits, and today by the session', async () => {
    answerWith({ tiles: [{ tile: 'openReferrals', count: 0 }], attention: [] })
    renderRoute(homeRoute, { at: '/' })
    expect(await screen.findByRole('heading', { name: 'No referral is due or overdue' })).toBeVisible()
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('18 November 2026')
  })

  it('shows a failure as a failure and loads again on request', async () => {
    server.use(http.get('*/api/home', () => HttpResponse.error()))
    renderRoute(homeRoute, { at: '/' })
    expect(await screen.findByRole('alert')).toHaveTextContent('The service could not be reached')
    answerWith({ tiles: [{ tile: 'openTrials', count: 4 }], attention: [] })
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('link', { name: '4 trials open' })).toBeVisible()
  })

  it('sends somebody whose session has ended to sign in and back', async () => {
    const ended = { type: 'urn:problem:signed-out', title: 'Signed out', status: 401, detail: 'The session has ended.' }
    server.use(http.get('*/api/home', () => HttpResponse.json(ended, { status: 401 })))
    renderRoute(homeRoute, { at: '/' })
    expect(await screen.findByText('Went to /sign-in?return=%2F')).toBeVisible()
  })
})
