import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { recruitmentOverviewRoute } from './route.ts'

type Overview = components['schemas']['RecruitmentOverview']
type Row = components['schemas']['RecruitmentRow']

const behind: Row = {
  trialId: '00000000-0000-4000-8000-000000000003',
  registryId: 'DEMO-0001',
  title: 'Chordoma trial',
  recruitmentStatus: 'open',
  cancerTypes: [{ cancerTypeId: 'chordoma', name: 'Chordoma' }],
  target: 40,
  recruited: 9,
  lastRecruitedOn: '2026-03-31',
  rating: {
    kind: 'rated',
    ratio: -0.3004,
    words: 'Behind plan by more than 30%',
    colour: 'red',
    expectedToDate: 21,
  },
  dormancy: 'dormant',
  isOverRecruited: false,
  siteMonthsNotReturned: 2,
  sentence: 'At least 9 recruited of 40 by 18 November 2026.',
}
const untargeted: Row = {
  ...behind,
  trialId: '00000000-0000-4000-8000-000000000004',
  registryId: 'NCT01234567',
  title: 'Sarcoma registry trial',
  cancerTypes: [{ cancerTypeId: 'sarcoma', name: 'Sarcoma' }],
  target: null,
  recruited: null,
  lastRecruitedOn: null,
  rating: { kind: 'noTarget', ratio: null, words: 'No UK target agreed', colour: 'none', expectedToDate: null },
  dormancy: 'notApplicable',
  isOverRecruited: null,
  siteMonthsNotReturned: 0,
  sentence: 'No recruitment figures returned by 18 November 2026; no UK target agreed.',
}
const full: Row = {
  ...behind,
  trialId: '00000000-0000-4000-8000-000000000005',
  title: 'Thymoma trial',
  recruited: 41,
  rating: { kind: 'rated', ratio: 0.2, words: 'On or ahead of plan', colour: 'green', expectedToDate: 34 },
  dormancy: 'notApplicable',
  isOverRecruited: true,
}
const overviewOf = (...items: Row[]): Overview => ({
  asOf: '2026-11-18',
  ratingRule: 'Green: 0.00 and above. Amber: from −0.30 to below 0.00. Red: below −0.30.',
  items,
})

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())
const answerWith = (overview: Overview) =>
  server.use(http.get('*/api/recruitment', () => HttpResponse.json<Overview>(overview)))
const rowOf = async (name: RegExp) => within(await screen.findByRole('row', { name }))

describe('the recruitment overview', () => {
  it('says how each trial stands in words beside the colour, with the rule that was applied', async () => {
    answerWith(overviewOf(behind, untargeted))
    const { container } = renderRoute(recruitmentOverviewRoute, { at: '/recruitment' })
    const row = await rowOf(/Chordoma trial/)
    expect(row.getByRole('link', { name: 'Chordoma trial' })).toHaveAttribute('href', `/recruitment/${behind.trialId}`)
    expect(row.getByText(behind.sentence, { exact: false })).toBeVisible()
    expect(row.getByText('Red', { exact: false })).toBeVisible()
    // Two decimals would read −0.30, which the rule calls amber.
    expect(row.getByText('−0.3004')).toBeVisible()
    expect(row.getByText(/Behind plan by more than 30%/)).toBeVisible()
    expect(row.getByText('31-Mar-2026')).toBeVisible()
    expect(row.getByText(/^Dormant/)).toBeVisible()
    expect(row.getByText('2 site-months')).toBeVisible()
    expect(screen.getByText(/Amber: from −0.30 to below 0.00/)).toBeVisible()
    await expectAccessible(container)
  })

  it('never reads a number that nobody returned as zero, nor a registry number as a target', async () => {
    answerWith(overviewOf(untargeted))
    renderRoute(recruitmentOverviewRoute, { at: '/recruitment' })
    const row = await rowOf(/Sarcoma registry trial/)
    expect(row.getByText('None agreed')).toBeVisible()
    expect(row.getByText('No UK target agreed')).toBeVisible()
    expect(row.getAllByText('Not known')).toHaveLength(2)
  })

  it('says when more have joined than the target has room for', async () => {
    answerWith(overviewOf(full))
    renderRoute(recruitmentOverviewRoute, { at: '/recruitment' })
    expect((await rowOf(/Thymoma trial/)).getByText('41, more than the target')).toBeVisible()
  })

  it('narrows by text and rating in the address, each removable by its chip', async () => {
    answerWith(overviewOf(behind, untargeted, full))
    const { router } = renderRoute(recruitmentOverviewRoute, { at: '/recruitment' })
    expect(await screen.findByText('3 of 3 trials')).toBeVisible()
    await userEvent.type(screen.getByRole('searchbox', { name: 'Trial' }), 'sarcoma{Enter}')
    await waitFor(() => expect(router.state.location.search).toBe('?text=sarcoma'))
    expect(screen.getByText('1 of 3 trials')).toBeVisible()
    expect(screen.getByRole('searchbox', { name: 'Trial' })).toHaveFocus()
    await userEvent.click(screen.getByRole('link', { name: 'Remove filter Text: sarcoma' }))
    await waitFor(() => expect(screen.getByRole('searchbox', { name: 'Trial' })).toHaveValue(''))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Red (1)' }))
    await waitFor(() => expect(router.state.location.search).toBe('?rating=red'))
    expect(screen.queryByRole('row', { name: /Thymoma/ })).toBeNull()
    await userEvent.click(screen.getByRole('checkbox', { name: 'Paused (0)' }))
    expect(await screen.findByRole('heading', { name: 'No trial matches these filters' })).toBeVisible()
  })

  it('says when there is nothing to show yet', async () => {
    answerWith(overviewOf())
    const { container } = renderRoute(recruitmentOverviewRoute, { at: '/recruitment' })
    expect(await screen.findByRole('heading', { name: 'No trial recruits here yet' })).toBeVisible()
    await expectAccessible(container)
  })

  it('shows a failure as a failure', async () => {
    server.use(http.get('*/api/recruitment', () => HttpResponse.error()))
    renderRoute(recruitmentOverviewRoute, { at: '/recruitment' })
    expect(await screen.findByRole('alert')).toHaveTextContent('The service could not be reached')
  })
})
