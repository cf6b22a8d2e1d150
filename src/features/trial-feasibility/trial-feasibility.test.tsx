import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { cellsOf } from '../../../tests/support/cells-of-row.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { trialFeasibilityRoute } from './route.ts'
import { sampleFeasibility, watchedTrial } from './sample-feasibility.ts'

type Schemas = components['schemas']

let answer: Schemas['Feasibility']
let trial: Schemas['Trial']
const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  answer = sampleFeasibility
  trial = watchedTrial
  server.use(
    http.get('*/api/trials/:trialId', () => HttpResponse.json<Schemas['Trial']>(trial)),
    http.get('*/api/trials/:trialId/feasibility', () => HttpResponse.json<Schemas['Feasibility']>(answer)),
  )
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const inShort = async () =>
  within(await screen.findByRole('list', { name: 'In short' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)
const open = () => renderRoute(trialFeasibilityRoute, { at: `/trials/${watchedTrial.trial.trialId}/feasibility` })

describe('the feasibility of a trial', () => {
  it('says what the own hospital and the others would find, and what software cannot say', async () => {
    const { container } = open()
    expect(await inShort()).toEqual([
      'Northmoor: 3 possible, 4 to read, 2 needing data, 0 not yet',
      '3 other hospitals together: about 20 possible, 0 to 7 to read, 1 to 7 needing data, 0 not yet',
    ])
    expect(screen.getByText(/^On the data held on 18 November 2026; nobody has asked these patients/)).toBeVisible()
    expect(screen.getByText(/^“To read”: no rule stops them, .* rows may not add up\.$/)).toBeVisible()
    await expectAccessible(container)
  })

  it('says in full on request how the numbers are made', async () => {
    open()
    await screen.findByRole('heading', { name: 'By hospital' })
    const note = screen.getByText(/Software checks 3 of 4 criteria/)
    expect(note).not.toBeVisible()
    await userEvent.click(screen.getAllByText('How these numbers are made')[0] ?? document.body)
    expect(note).toBeVisible()
  })

  it('lists hospitals with their distance, exact only at home, small numbers in words', async () => {
    open()
    await screen.findByRole('heading', { name: 'By hospital' })
    expect(cellsOf(/Northmoor/)).toEqual(['7 miles', '3', '4', '2', '0', '11'])
    expect(screen.getByText('Your patients, exact')).toBeVisible()
    expect(cellsOf(/^Eastholm/)).toEqual(['25 miles', '20', '1 to 7', '1 to 7', '0', '1 to 7'])
    expect(cellsOf(/^All other hospitals/)).toEqual(['', '20', '0 to 7', '1 to 7', '0', 'about 10'])
  })

  it('names hospitals of which one word says all below the table, and saves them row by row', async () => {
    open()
    const few = await screen.findByText('1 hospital with 1 to 7 patients each, too few to break down')
    const nobody = screen.getByText('1 hospital with no patient concerned')
    expect(screen.queryByRole('row', { name: /Wexleigh|Saltmere/ })).toBeNull()
    await userEvent.click(few)
    expect(screen.getByText('Wexleigh, Not known')).toBeVisible()
    await userEvent.click(nobody)
    expect(screen.getByText('Saltmere, 56 miles')).toBeVisible()
  })

  it('where nothing of the others may be told apart, says it once', async () => {
    const [own, ...others] = sampleFeasibility.organisations
    const hidden = { possible: null, toRead: null, needsData: null, notYet: null, notMatched: null }
    answer = {
      ...sampleFeasibility,
      organisations: [...(own ? [own] : []), ...others.map((each) => ({ ...each, ...hidden, isTooFew: true }))],
      total: null,
      estimate: hidden,
      withheldTotals: [],
    }
    open()
    expect((await inShort())[1]).toBe(
      '3 other hospitals together: 0 to 7 in each group (possible, to read, needing data, not yet), together perhaps more',
    )
    expect(screen.getByRole('row', { name: /Northmoor/ })).toBeVisible()
    expect(screen.queryByRole('row', { name: /All other hospitals/ })).toBeNull()
    expect(screen.getByText('3 hospitals with 1 to 7 patients each, too few to break down')).toBeVisible()
  })

  it('gives a total alone no distance', async () => {
    const organisations = sampleFeasibility.organisations.map((each) => ({ ...each, isOwn: false, isTooFew: true }))
    answer = { ...sampleFeasibility, organisations }
    open()
    expect((await inShort()).join()).toMatch(/^4 hospitals together: about 20 possible/)
    expect(cellsOf(/^All hospitals/)).toEqual(['20', '0 to 7', '1 to 7', '0', 'about 10'])
    expect(screen.queryByRole('columnheader', { name: 'Distance' })).toBeNull()
  })

  it('says once why there is no distance to a trial without an open site', async () => {
    trial = { ...watchedTrial, trial: { ...watchedTrial.trial, openSitesAtHome: 0 } }
    const organisations = sampleFeasibility.organisations.map((each) => ({ ...each, distanceKm: null }))
    answer = { ...sampleFeasibility, organisations }
    open()
    expect(await screen.findAllByText(/No site is open, so there is no distance\./)).toHaveLength(1)
    expect(cellsOf(/Northmoor/)).toEqual(['3', '4', '2', '0', '11'])
    expect(screen.queryByText(/Distances are straight lines/)).toBeNull()
    expect(screen.queryByRole('columnheader', { name: 'Distance' })).toBeNull()
  })

  it('shows the numbers by criterion of the others, rounded, and those together that say nothing apart', async () => {
    open()
    expect(await screen.findByRole('heading', { name: 'By criterion, patients of others' })).toBeVisible()
    expect(
      screen.getByText(
        'Of about 35 patients whose cancer fits or could fit, no rule stops about 20; “Stage II or III” removes most (11 to 19); 1 of 4 criteria is text, which stops nobody until it is read.',
      ),
    ).toBeVisible()
    expect(cellsOf(/1\. Adults.*2\. Liver function/)).toEqual([
      ...['Inclusion', '0 to 4together', '0 to 7not known, of each', '35'],
    ])
    expect(cellsOf(/3\. Stage II or III/)).toEqual(['Inclusion', '11 to 19', '10not known', '20'])
    expect(cellsOf(/4\. Fit for treatment/)).toEqual(['Inclusion', '0 to 4', '20to read', '20'])
    expect(screen.getByText(/criteria that they do not tell apart share a row/)).toBeVisible()
  })

  it('says which cohorts alone a criterion asks, and that it removes nobody by itself', async () => {
    const steps = sampleFeasibility.steps.map((each, index) =>
      index === 2 ? { ...each, remaining: 35, isByCohort: true, appliesTo: ['A', 'B'] } : each,
    )
    answer = { ...sampleFeasibility, steps }
    open()
    expect(await screen.findByText('Only for cohorts A and B')).toBeVisible()
    expect(cellsOf(/3\. Stage II or III/)).toEqual(['Inclusion', 'None: by cohort', '10not known', '35'])
    expect(screen.getByText(/1 of 4 criteria differs by cohort, which stops nobody here/)).toBeVisible()
    expect(screen.getByText(/because another cohort may take the patient/)).toBeVisible()
  })

  it('leads to a draft of the trial', async () => {
    open()
    const start = await screen.findByRole('link', { name: 'Start a draft from this trial' })
    await userEvent.click(start)
    expect(await screen.findByText(`Went to /feasibility/new?from=${watchedTrial.trial.trialId}`)).toBeVisible()
  })

  it('never counts patients about whom something must be read among the possible', async () => {
    const unread = { possible: 0, toRead: 25, needsData: 0, notYet: 0, notMatched: 10 }
    const organisations = sampleFeasibility.organisations.map((each) => ({
      ...each,
      isOwn: false,
      isTooFew: false,
      ...unread,
    }))
    answer = {
      ...sampleFeasibility,
      organisations,
      total: { ...unread, toRead: 100, notMatched: 40 },
      withheldTotals: [],
    }
    open()
    expect(await inShort()).toEqual(['4 hospitals together: 0 possible, about 100 to read, 0 needing data, 0 not yet'])
    expect(screen.getByRole('columnheader', { name: 'To read' })).toBeVisible()
    expect(cellsOf(/^Eastholm/)).toEqual(['25 miles', '0', '25', '0', '0', '10'])
  })

  it('estimates where no total can be shown, and leaves out steps of too few', async () => {
    const estimate = { possible: 15, toRead: 10, needsData: null, notYet: 0, notMatched: 20 }
    answer = { ...sampleFeasibility, total: null, estimate, considered: null, steps: [], isTooFew: true }
    open()
    expect((await inShort())[1]).toBe(
      '3 other hospitals together: about 15 possible, about 10 to read, 0 to 7 needing data, 0 not yet',
    )
    expect(cellsOf(/^All other hospitals/)).toEqual(['', 'about 15', 'about 10', '0 to 7', '0', 'about 20'])
    expect(screen.queryByRole('heading', { name: /By criterion/ })).toBeNull()
  })

  it('shows a failure as a failure', async () => {
    server.use(http.get('*/api/trials/:trialId/feasibility', () => HttpResponse.error()))
    open()
    expect(await screen.findByRole('alert')).toHaveTextContent('The service could not be reached')
  })
})
