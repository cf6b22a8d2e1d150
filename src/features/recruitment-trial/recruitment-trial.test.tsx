import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { recruitmentTrialRoute } from './route.ts'

type TrialRecruitment = components['schemas']['TrialRecruitment']

const trialId = '00000000-0000-4000-8000-000000000003'
const at = `/recruitment/${trialId}`
const sentence =
  'At least 2 recruited of 40 by 18 November 2026, at most 1 fewer than planned (time-adjusted ratio −0.33, red on the returns held); 1 monthly return is missing.'
const recruitment: TrialRecruitment = {
  asOf: '2026-11-18',
  ratingRule: 'Green: 0.00 and above. Amber: from −0.30 to below 0.00. Red: below −0.30.',
  row: {
    trialId,
    registryId: 'DEMO-0001',
    title: 'Chordoma trial',
    recruitmentStatus: 'open',
    cancerTypes: [],
    target: 40,
    recruited: 2,
    lastRecruitedOn: '2026-09-14',
    rating: { kind: 'rated', ratio: -0.33, words: 'Behind plan by more than 30%', colour: 'red', expectedToDate: 3 },
    dormancy: 'active',
    isOverRecruited: false,
    siteMonthsNotReturned: 1,
    sentence,
  },
  months: [
    {
      month: '2026-09',
      recruited: 2,
      reporting: 'complete',
      cumulative: 2,
      isCumulativeComplete: true,
      expectedCumulative: 1,
    },
    {
      month: '2026-10',
      recruited: null,
      reporting: 'notReturned',
      cumulative: 2,
      isCumulativeComplete: false,
      expectedCumulative: 2,
    },
    {
      month: '2026-11',
      recruited: null,
      reporting: 'inProgress',
      cumulative: 2,
      isCumulativeComplete: false,
      expectedCumulative: 3,
    },
  ],
  targetLine: [
    { month: '2026-11', expectedCumulative: 3.6 },
    { month: '2026-12', expectedCumulative: 5 },
  ],
  sites: [
    {
      siteId: '00000000-0000-4000-8000-0000000000b1',
      name: 'Southfen Cancer Centre',
      recruitmentStatus: 'open',
      openedOn: '2026-09-01',
      recruited: 2,
      fromReturns: 2,
      fromReferrals: 1,
      difference: 1,
      lastReturnMonth: '2026-09',
    },
    {
      siteId: '00000000-0000-4000-8000-0000000000b2',
      name: 'Eastwold Hospital',
      recruitmentStatus: 'setup',
      openedOn: null,
      recruited: null,
      fromReturns: null,
      fromReferrals: 0,
      difference: null,
      lastReturnMonth: null,
    },
  ],
  targets: [
    { target: 60, opensOn: '2026-08-01', closesOn: '2028-08-01', agreedOn: '2026-07-01' },
    { target: 40, opensOn: '2026-08-01', closesOn: '2029-08-01', agreedOn: '2026-10-01' },
  ],
  globalEnrolment: 400,
}

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())
const answerWith = (answer: TrialRecruitment) =>
  server.use(http.get('*/api/recruitment/:id', () => HttpResponse.json<TrialRecruitment>(answer)))

const openNumbers = async () => {
  await userEvent.click(await screen.findByText('Numbers behind this chart'))
  return within(screen.getByRole('table', { name: sentence }))
}

describe('the recruitment of one trial', () => {
  it('has the finding as the title of its chart, and says how to read it', async () => {
    answerWith(recruitment)
    const { container } = renderRoute(recruitmentTrialRoute, { at })
    expect(await screen.findByRole('heading', { level: 2, name: sentence })).toBeVisible()
    expect(screen.getByText(/From October 2026 on the line is dotted/)).toBeVisible()
    await screen.findByRole('img', { name: sentence })
    await expectAccessible(container)
  })

  it('tables the numbers of the chart month by month, where a missing return is not a zero', async () => {
    answerWith(recruitment)
    renderRoute(recruitmentTrialRoute, { at })
    const table = await openNumbers()
    const cells = (name: RegExp) =>
      within(table.getByRole('row', { name }))
        .getAllByRole('cell')
        .map((cell) => cell.textContent)
    expect(cells(/^September 2026/)).toEqual(['2', 'All returned', '2', '1'])
    expect(cells(/^October 2026/)).toEqual(['Not known', 'None returned', 'At least 2', '2'])
    expect(cells(/^November 2026/)).toEqual(['Not known', 'Month in progress', 'At least 2', '3'])
    expect(cells(/^December 2026/)).toEqual(['Not yet', 'Not yet', 'Not yet', '5'])
  })

  it('saves exactly these numbers as a file', async () => {
    answerWith(recruitment)
    const files: (Blob | MediaSource)[] = []
    class FileAddress extends URL {
      static override createObjectURL = (file: Blob | MediaSource) => `blob:${files.push(file)}`
      static override revokeObjectURL = () => undefined
    }
    vi.stubGlobal('URL', FileAddress)
    const { unmount } = renderRoute(recruitmentTrialRoute, { at })
    await openNumbers()
    const link = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    await userEvent.click(screen.getByRole('button', { name: 'Download these numbers (CSV)' }))
    expect(link).toHaveBeenCalledOnce()
    unmount()
    vi.unstubAllGlobals()
    const [file] = files
    if (!(file instanceof Blob)) throw new Error('No file was made.')
    const lines = (await file.text()).replace('\uFEFF', '').split('\r\n')
    expect(lines[0]).toBe('Month,Recruited,Returns,Recruited so far,Planned by month end')
    expect(lines[2]).toBe('October 2026,,None returned,At least 2,2')
  })

  it('shows the returns of each site beside the referrals, and their difference', async () => {
    answerWith(recruitment)
    renderRoute(recruitmentTrialRoute, { at })
    const open = within(await screen.findByRole('row', { name: /Southfen Cancer Centre/ }))
    expect(open.getByText('1 more returned')).toBeVisible()
    expect(open.getByText('September 2026')).toBeVisible()
    const setup = within(screen.getByRole('row', { name: /Eastwold Hospital/ }))
    expect(setup.getByText('No return')).toBeVisible()
    expect(setup.getAllByText('Not known')).toHaveLength(3)
  })

  it('says why an enrolment may not move the line, where a site’s return and the referrals differ', async () => {
    answerWith(recruitment)
    renderRoute(recruitmentTrialRoute, { at })
    expect(
      await screen.findByText(/in a month that the site has already returned does not move the line/),
    ).toBeVisible()
  })

  it('leaves that out where nothing differs or nothing was returned', async () => {
    answerWith({
      ...recruitment,
      sites: recruitment.sites.map((site) => ({ ...site, difference: site.fromReturns === null ? null : 0 })),
    })
    renderRoute(recruitmentTrialRoute, { at })
    const row = within(await screen.findByRole('row', { name: /Southfen Cancer Centre/ }))
    expect(row.getByText('None')).toBeVisible()
    expect(screen.queryByText(/does not move the line/)).toBeNull()
  })

  it('keeps every target that was agreed and marks the one in force', async () => {
    answerWith(recruitment)
    renderRoute(recruitmentTrialRoute, { at })
    const rows = within(await screen.findByRole('table', { name: 'Agreed UK targets' })).getAllByRole('row')
    expect(rows.slice(1).map((row) => row.textContent)).toEqual([
      '01-Oct-20264001-Aug-202601-Aug-2029Yes',
      '01-Jul-20266001-Aug-202601-Aug-2028No',
    ])
  })

  it('keeps the worldwide enrolment apart, and without a UK target rates nothing', async () => {
    const words = 'No UK target agreed'
    const rating = { kind: 'noTarget', ratio: null, words, colour: 'none', expectedToDate: null } as const
    answerWith({
      ...recruitment,
      row: { ...recruitment.row, target: null, rating },
      months: recruitment.months.map((month) => ({ ...month, expectedCumulative: null })),
      targetLine: [],
      targets: [],
    })
    const { container } = renderRoute(recruitmentTrialRoute, { at })
    expect(await screen.findByText(/^400\. .*never used for the ratio/)).toBeVisible()
    expect(screen.getByRole('heading', { name: words })).toBeVisible()
    expect(screen.queryByText('−0.33')).toBeNull()
    await expectAccessible(container)
  })

  it('has no chart before anything has happened', async () => {
    const nothing = 'No recruitment figures returned by 18 November 2026; no UK target agreed.'
    answerWith({
      ...recruitment,
      row: { ...recruitment.row, sentence: nothing },
      months: [],
      targetLine: [],
      sites: [],
    })
    renderRoute(recruitmentTrialRoute, { at })
    expect(await screen.findByRole('heading', { name: nothing })).toBeVisible()
    expect(screen.queryByText('Numbers behind this chart')).toBeNull()
    expect(screen.getByRole('heading', { name: 'No site has opened or reported' })).toBeVisible()
  })

  it('shows a failure as a failure', async () => {
    server.use(http.get('*/api/recruitment/:id', () => HttpResponse.error()))
    renderRoute(recruitmentTrialRoute, { at })
    expect(await screen.findByRole('alert')).toHaveTextContent('The service could not be reached')
  })
})
