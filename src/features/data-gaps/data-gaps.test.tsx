import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { answerTeams } from '../../../tests/support/answer-teams.ts'
import { cellsOf } from '../../../tests/support/cells-of-row.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { sampleCancerTypes } from '../../data/sample-cancer-types.ts'
import { dataGapsRoute } from './route.ts'

type Schemas = components['schemas']

const own = { organisationId: '00000000-0000-4000-8000-0000000000a1', code: 'ZZ101', name: 'Northmoor' }
const other = { organisationId: '00000000-0000-4000-8000-0000000000a2', code: 'ZZ102', name: 'Eastholm' }
const exact: Schemas['BlockingItems'] = {
  asOf: '2026-11-18',
  organisationId: own.organisationId,
  organisations: [own],
  isSuppressed: false,
  isTooFew: false,
  pairs: 40,
  patients: 21,
  total: 2,
  items: [
    { key: 'ps:ECOG', label: 'ECOG performance status', pairs: 25, settlesAlone: 3, patients: 12 },
    { key: 'lab:platelets', label: 'Platelets', pairs: 4, settlesAlone: 0, patients: 2 },
  ],
}
const suppressed: Schemas['BlockingItems'] = {
  ...exact,
  organisationId: null,
  organisations: [own, other],
  isSuppressed: true,
  items: [
    { key: 'ps:ECOG', label: 'ECOG performance status', pairs: 25, settlesAlone: null, patients: 10 },
    { key: 'lab:platelets', label: 'Platelets', pairs: null, settlesAlone: 0, patients: null },
  ],
}

const itemOf = (place: number): Schemas['BlockingItem'] => ({
  key: `lab:${place}`,
  label: `Item ${place + 1}`,
  pairs: 100 - place,
  settlesAlone: 0,
  patients: 1,
})

let answer: Schemas['BlockingItems']
const asked: string[] = []
const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  answer = exact
  asked.length = 0
  server.use(
    http.get('*/api/cancer-types', () => HttpResponse.json<Schemas['CancerTypeList']>(sampleCancerTypes)),
    http.get('*/api/blocking-items', ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json<Schemas['BlockingItems']>(answer)
    }),
  )
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const open = (search = '') => renderRoute(dataGapsRoute, { at: `/data-gaps${search}` })

describe('the data gaps of the own hospital', () => {
  it('are exact, the worst first, in one sentence and a table', async () => {
    const { container } = open()
    expect(
      await screen.findByText(
        '40 pairs of a patient and a trial have data missing, of 21 patients; “ECOG performance status” leaves most of them open (25) and alone would settle 3.',
      ),
    ).toBeVisible()
    expect(cellsOf(/ECOG/)).toEqual(['25', '12 patients lacking ECOG performance status'])
    expect(screen.getByRole('rowheader', { name: 'ECOG performance status Would settle 3 alone' })).toBeVisible()
    expect(screen.getByRole('rowheader', { name: 'Platelets' })).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Show all/ })).toBeNull()
    expect(screen.queryByText(/Outside the care team/)).toBeNull()
    expect(screen.queryByLabelText('Hospital')).toBeNull()
    await expectAccessible(container)
  })

  it('open exactly the patients that were counted', async () => {
    open('?cancerType=sarcoma')
    const link = await screen.findByRole('link', { name: '2 patients lacking Platelets' })
    expect(link).toHaveAttribute('href', '/patients?undecided=lab%3Aplatelets&cancerType=sarcoma')
    const all = screen.getByRole('link', { name: 'Show the patients with data missing for a trial (21)' })
    expect(all).toHaveAttribute('href', '/patients?candidate=incomplete&cancerType=sarcoma')
    expect(asked).toEqual(['?cancerTypeId=sarcoma&limit=500'])
  })

  it('are narrowed to a cancer by keyboard, and widened by its chip', async () => {
    const { router } = open()
    const sarcoma = await screen.findByRole('treeitem', { name: /Sarcoma/ })
    sarcoma.focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(router.state.location.search).toBe('?cancerType=sarcoma'))
    await userEvent.click(await screen.findByRole('link', { name: /Cancer type: Sarcoma/ }))
    await waitFor(() => expect(asked.at(-1)).toBe('?limit=500'))
  })

  it('begin with those that help most; the others come when they are asked for, and go again', async () => {
    const many = Array.from({ length: 14 }, (_, place) => itemOf(place))
    answer = { ...exact, total: many.length, items: many }
    const { container } = open()
    await userEvent.click(await screen.findByRole('button', { name: 'Show all 14 items', expanded: false }))
    expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(
      many.map(({ label }) => label),
    )
    await expectAccessible(container)
    await userEvent.click(screen.getByRole('button', { name: 'Show the first 8 only', expanded: true }))
    expect(screen.getAllByRole('rowheader')).toHaveLength(8)
    expect(screen.getByRole('rowheader', { name: 'Item 8' })).toBeVisible()
  })

  it('are not called all of them where the service gave only some', async () => {
    answer = { ...exact, total: 743, items: Array.from({ length: 500 }, (_, place) => itemOf(place)) }
    open()
    expect(await screen.findByRole('button', { name: 'Show the first 500 of 743 items' })).toBeVisible()
  })

  it('are not said to be none to a clinician in no team', async () => {
    answer = { ...exact, pairs: 0, patients: 0, total: 0, items: [] }
    server.use(answerTeams({ isMember: false }))
    open()
    expect(await screen.findByRole('heading', { name: /You are in no clinical team yet/ })).toBeVisible()
    expect(screen.queryByText(/Nothing missing keeps/)).toBeNull()
  })

  it('that do not exist are said not to', async () => {
    answer = { ...exact, pairs: 0, patients: 0, total: 0, items: [] }
    server.use(answerTeams({ isMember: true }))
    open()
    expect(await screen.findByText('Nothing missing keeps a trial open here')).toBeVisible()
  })

  it('that cannot be loaded are a failure, not an empty list', async () => {
    server.use(http.get('*/api/blocking-items', () => HttpResponse.error()))
    open()
    expect(await screen.findByRole('alert')).toHaveTextContent('The service could not be reached')
  })
})

describe('the data gaps that a lead sees', () => {
  it('are suppressed, with the rule beside them and no way to a patient', async () => {
    answer = suppressed
    const { container } = open()
    await screen.findByRole('table')
    expect(cellsOf(/ECOG/)).toEqual(['25', '10'])
    expect(cellsOf(/Platelets/)).toEqual(['1 to 7', '1 to 7'])
    expect(screen.getByRole('rowheader', { name: 'ECOG performance status Would settle 1 to 7 alone' })).toBeVisible()
    expect(screen.getByText(/Outside the care team, numbers from 1 to 7/)).toBeVisible()
    expect(screen.queryByRole('link', { name: /patients lacking|data missing/ })).toBeNull()
    await expectAccessible(container)
  })

  it('are those of the hospital chosen', async () => {
    answer = suppressed
    open()
    await userEvent.selectOptions(await screen.findByLabelText('Hospital'), 'Eastholm')
    await waitFor(() => expect(asked.at(-1)).toBe(`?organisationId=${other.organisationId}&limit=500`))
  })

  it('of a handful of patients are not broken down', async () => {
    answer = { ...suppressed, isTooFew: true, pairs: null, patients: null, total: 0, items: [] }
    open()
    expect(await screen.findByText('Too few patients to show')).toBeVisible()
  })
})
