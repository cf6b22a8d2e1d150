import { screen } from '@testing-library/react'
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

const open = () => renderRoute(trialFeasibilityRoute, { at: `/trials/${watchedTrial.trial.trialId}/feasibility` })

describe('the feasibility of a trial', () => {
  it('says what the own hospital and the others would find, and what software cannot say', async () => {
    const { container } = open()
    expect(
      await screen.findByText(
        /^At Northmoor: possible 3, needs data 2, not yet 0; at 3 other hospitals: possible about 20, needs data 1 to 7, not yet 0\. On the data held on 18 November 2026/,
      ),
    ).toBeVisible()
    expect(screen.getByText(/Software checks 1 of 2 criteria/)).toBeVisible()
    await expectAccessible(container)
  })

  it('lists hospitals with their distance, exact only at home, small numbers in words', async () => {
    open()
    await screen.findByRole('heading', { name: 'By hospital' })
    expect(cellsOf(/Northmoor/)).toEqual(['12 km', '3', '2', '0', '11'])
    expect(screen.getByText('Your hospital, exact')).toBeVisible()
    expect(cellsOf(/^Eastholm/)).toEqual(['40 km', '20', '1 to 7', '0', '1 to 7'])
    expect(cellsOf(/^Wexleigh/)).toEqual(['Not known', 'Too few', 'Too few', 'Too few', 'Too few'])
    expect(cellsOf(/^All other hospitals/)).toEqual(['', '20', '1 to 7', '0', '10'])
  })

  it('says once why there is no distance to a trial without an open site', async () => {
    trial = { ...watchedTrial, trial: { ...watchedTrial.trial, openSitesAtHome: 0 } }
    const organisations = sampleFeasibility.organisations.map((each) => ({ ...each, distanceKm: null }))
    answer = { ...sampleFeasibility, organisations }
    open()
    expect(await screen.findAllByText(/No site is open, so there is no distance\./)).toHaveLength(1)
    expect(cellsOf(/Northmoor/)).toEqual(['3', '2', '0', '11'])
    expect(screen.queryByText(/Distances are straight lines/)).toBeNull()
    expect(screen.queryByRole('columnheader', { name: 'Distance' })).toBeNull()
  })

  it('shows the numbers by criterion of the others, suppressed alike', async () => {
    open()
    expect(await screen.findByRole('heading', { name: 'By criterion, at the other hospitals' })).toBeVisible()
    expect(cellsOf(/Adults/)).toEqual(['Inclusion', '10', '1 to 7', '25'])
  })

  it('leaves out a total and steps that would give a small number away', async () => {
    answer = { ...sampleFeasibility, total: null, steps: [] }
    open()
    expect(await screen.findByText(/at 3 other hospitals: the total cannot be shown/)).toBeVisible()
    expect(screen.queryByRole('row', { name: /All other hospitals/ })).toBeNull()
    expect(screen.queryByRole('heading', { name: /By criterion/ })).toBeNull()
  })

  it('shows a failure as a failure', async () => {
    server.use(http.get('*/api/trials/:trialId/feasibility', () => HttpResponse.error()))
    open()
    expect(await screen.findByRole('alert')).toHaveTextContent('The service could not be reached')
  })
})
